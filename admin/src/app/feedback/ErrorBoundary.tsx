import { Component, type ReactNode } from 'react';
import { Trouble } from './Trouble.tsx';

interface State {
  readonly error?: unknown;
}

/** Keeps a mistake of one screen from taking down the frame, and offers to try again. */
export class ErrorBoundary extends Component<{ readonly children: ReactNode }, State> {
  override state: State = {};

  static getDerivedStateFromError(error: unknown): State {
    return { error };
  }

  override render() {
    return this.state.error === undefined ? (
      this.props.children
    ) : (
      <Trouble error={this.state.error} retry={() => this.setState({ error: undefined })} />
    );
  }
}
