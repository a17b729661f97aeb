import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { Component, type ErrorInfo, type ReactNode } from 'react';
import { ownWords, scrub } from '../../shared/domain/scrub.ts';
import { announceCopy, copyText } from '../components/copy.ts';

interface Broken {
  readonly error: Error | null;
  readonly where: string;
}

/** A screen that breaks must not take the window with it. */
export class ErrorScreen extends Component<{ readonly children: ReactNode }, Broken> {
  override state: Broken = { error: null, where: '' };

  static getDerivedStateFromError(error: unknown): Partial<Broken> {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  override componentDidCatch(_error: unknown, { componentStack }: ErrorInfo): void {
    this.setState({ where: componentStack ?? '' });
  }

  override render(): ReactNode {
    const { error, where } = this.state;
    if (error === null) return this.props.children;
    const details = detailsOf(error, where);
    return (
      <Alert role="alert" color="red" m="lg" title="Questa schermata ha un difetto">
        <Stack gap="sm" align="flex-start">
          <Text size="sm">
            Il registro non è stato toccato. Riaprire la schermata; se si ripete, mandare i dettagli a chi
            cura il programma: dicono dove si è rotta e non contengono dati di persone.{' '}
            <span className="code">{ownWords(error.message)}</span>
          </Text>
          <Group gap="xs">
            <Button size="xs" variant="default" onClick={() => this.setState({ error: null, where: '' })}>
              Riapri la schermata
            </Button>
            <Button size="xs" variant="default" onClick={() => void copyText(details).then(announceCopy)}>
              Copia i dettagli
            </Button>
          </Group>
        </Stack>
      </Alert>
    );
  }
}

/** What was thrown and where: messages of libraries repeat values, of which only plain words stay. */
function detailsOf(error: Error, where: string): string {
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at |@/.test(line));
  const lines = [`${error.name}: ${ownWords(error.message)}`, ...frames.slice(0, 15), where.trim()];
  return scrub(lines.join('\n'));
}
