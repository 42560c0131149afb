package io.dispatch120.web.socket;

/** What sockets tell the metrics. Called from any thread, often: cheap and never blocking. */
public interface SocketMeter {
  /** Measures nothing. */
  SocketMeter NONE =
      new SocketMeter() {
        @Override
        public void opened() {}

        @Override
        public void closed(int code) {}

        @Override
        public void sent(int frames) {}

        @Override
        public void queued(int frames) {}
      };

  void opened();

  /** {@code code} is ours or the client's, {@link CloseCode#ABNORMAL} when the line broke. */
  void closed(int code);

  /** So many frames went out. */
  void sent(int frames);

  /** So many frames more wait, or fewer when negative. */
  void queued(int frames);
}
