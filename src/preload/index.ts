import { ipcRenderer } from 'electron';
import { pageOrigin, portReady, portSent } from '../shared/contract/port-names.ts';

// The page gets one port to the program and nothing else: what may be asked through it is for the contract to say.
ipcRenderer.on(portSent, ({ ports }) => {
  if (window.location.origin === pageOrigin) window.postMessage(portSent, pageOrigin, ports);
});

window.addEventListener('message', ({ source, origin, data }) => {
  if (source === window && origin === pageOrigin && data === portReady) ipcRenderer.send(portReady);
});
