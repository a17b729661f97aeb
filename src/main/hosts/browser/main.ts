import { sayThereIsNoWindow } from '../no-window.ts';

sayThereIsNoWindow();
