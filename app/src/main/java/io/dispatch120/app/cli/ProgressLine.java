package io.dispatch120.app.cli;

import java.io.PrintWriter;

/** Shows progress: on a terminal one line that changes, elsewhere a line now and then. */
final class ProgressLine {
  /** Steps of percent between lines where they stay. */
  private static final int STEP = 10;

  private final PrintWriter out;
  private final boolean terminal;
  private String doing = "";
  private int percent = -STEP;
  private int width;

  ProgressLine(PrintWriter out, boolean terminal) {
    this.out = out;
    this.terminal = terminal;
  }

  /** Tells what is done now, and how much of all is done. */
  void show(String nowDoing, int nowPercent) {
    String line = "%3d %%  %s".formatted(nowPercent, nowDoing);
    if (terminal) {
      out.print("\r" + line + " ".repeat(Math.max(0, width - line.length())));
      width = line.length();
    } else if (!nowDoing.equals(doing) || nowPercent >= percent + STEP) {
      out.println(line);
      percent = nowPercent;
    }
    doing = nowDoing;
    out.flush();
  }

  /** Leaves the line as it is, or clean, for what is printed next. */
  void end() {
    if (width > 0) {
      out.print("\r" + " ".repeat(width) + "\r");
      out.flush();
      width = 0;
    }
  }
}
