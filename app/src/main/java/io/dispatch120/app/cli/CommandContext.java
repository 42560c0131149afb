package io.dispatch120.app.cli;

import io.dispatch120.app.config.Configuration;
import io.dispatch120.app.config.ConfigurationReader;
import io.dispatch120.app.config.Mode;
import io.dispatch120.app.config.StorageConfiguration;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a command sees of the world around the process.
 *
 * @param environment of the process
 * @param workingDirectory the user's, which relative paths start from
 * @param passwords where a password comes from
 */
public record CommandContext(
    Map<String, String> environment, Path workingDirectory, PasswordSource passwords) {

  public CommandContext {
    environment = Map.copyOf(environment);
  }

  /** This process's own. */
  public static CommandContext ofProcess() {
    return new CommandContext(
        System.getenv(),
        Path.of("").toAbsolutePath(),
        PasswordSource.of(System.console(), System.in));
  }

  Configuration configuration(@Nullable Path file, Mode mode) {
    return new ConfigurationReader(environment, file, workingDirectory)
        .read(mode, localAddresses());
  }

  StorageConfiguration storage(@Nullable Path file) {
    return new ConfigurationReader(environment, file, workingDirectory).readStorage();
  }

  private static List<InetAddress> localAddresses() {
    try {
      return NetworkInterface.networkInterfaces().flatMap(NetworkInterface::inetAddresses).toList();
    } catch (SocketException e) {
      throw new UncheckedIOException(e);
    }
  }
}
