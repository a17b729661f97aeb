import { Alert, Button, Stack, Text } from '@mantine/core';
import { Component, type ReactNode } from 'react';

/** A screen that breaks must not take the window with it. */
export class ErrorScreen extends Component<
  { readonly children: ReactNode },
  { readonly error: Error | null }
> {
  override state: { readonly error: Error | null } = { error: null };

  static getDerivedStateFromError(error: unknown): { readonly error: Error } {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (error === null) return this.props.children;
    return (
      <Alert role="alert" color="red" m="lg" title="Questa schermata ha un difetto">
        <Stack gap="sm" align="flex-start">
          <Text size="sm">
            Il registro non è stato toccato. Riaprire la schermata; se si ripete, comunicare questa frase a
            chi cura il programma: <span className="code">{error.message}</span>
          </Text>
          <Button size="xs" variant="default" onClick={() => this.setState({ error: null })}>
            Riapri la schermata
          </Button>
        </Stack>
      </Alert>
    );
  }
}
