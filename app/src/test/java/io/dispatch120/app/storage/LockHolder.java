package io.dispatch120.app.storage;

import java.nio.file.Path;

/** Main class of a child process: holds a data directory until it is killed. */
final class LockHolder {
  private LockHolder() {}

  public static void main(String[] args) throws Exception {
    DataDirectory directory = DataDirectory.open(Path.of(args[0]));
    System.out.println("held " + directory.path());
    System.in.read();
  }
}
