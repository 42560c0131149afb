package io.dispatch120.web.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A folder of the class path, in jars or directories. Its names are listed once: what is not in the
 * list does not exist, so no name a client sends ever reaches the class path or a disk. Contents
 * are read at their first use and kept. Thread-safe; memory is bounded by the folder.
 */
final class StaticFolder {
  /** No hidden file, no blank, nothing that is written differently in a URL. */
  private static final Pattern SAFE =
      Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]*(/[A-Za-z0-9_-][A-Za-z0-9._-]*)*");

  static final StaticFolder NONE =
      new StaticFolder(StaticFolder.class.getClassLoader(), "", Set.of());

  private final ClassLoader loader;
  private final String folder;
  private final Set<String> names;
  private final Map<String, StaticFile> files = new ConcurrentHashMap<>();

  private StaticFolder(ClassLoader loader, String folder, Set<String> names) {
    this.loader = loader;
    this.folder = folder;
    this.names = Set.copyOf(names);
  }

  /** Lists the folder; empty when the class path has none. Reads directories: not on a loop. */
  static StaticFolder of(ClassLoader loader, String folder) {
    Set<String> names = new HashSet<>();
    try {
      for (URL root : Collections.list(loader.getResources(folder))) {
        list(root, folder + "/", names);
      }
    } catch (IOException | URISyntaxException e) {
      throw new IllegalStateException("the class path's " + folder + " cannot be read", e);
    }
    return new StaticFolder(loader, folder, names);
  }

  private static void list(URL root, String prefix, Set<String> names)
      throws IOException, URISyntaxException {
    if (root.getProtocol().equals("file")) {
      Path base = Path.of(root.toURI());
      try (Stream<Path> all = Files.walk(base)) {
        all.filter(Files::isRegularFile)
            .map(file -> base.relativize(file).toString().replace('\\', '/'))
            .forEach(names::add);
      }
      return;
    }
    URLConnection connection = root.openConnection();
    if (connection instanceof JarURLConnection jarred) {
      jarred.setUseCaches(false);
      try (JarFile jar = jarred.getJarFile()) {
        jar.stream()
            .filter(entry -> !entry.isDirectory() && entry.getName().startsWith(prefix))
            .forEach(entry -> names.add(entry.getName().substring(prefix.length())));
      }
    }
  }

  /** Whether there is such a file, of a kind that is served. */
  boolean has(String name) {
    return names.contains(name) && SAFE.matcher(name).matches() && MediaType.find(name).isPresent();
  }

  /** The file if it has been read before. */
  @Nullable StaticFile getIfRead(String name) {
    return files.get(name);
  }

  /**
   * Reads the file once. Blocks.
   *
   * @throws java.util.NoSuchElementException when the folder does not have it
   */
  StaticFile read(String name) {
    MediaType type = MediaType.find(name).filter(known -> has(name)).orElseThrow();
    return files.computeIfAbsent(
        name,
        absent -> StaticFile.of(type, bytes(name), sibling(name, ".br"), sibling(name, ".gz")));
  }

  private byte @Nullable [] sibling(String name, String extension) {
    return names.contains(name + extension) ? bytes(name + extension) : null;
  }

  private byte[] bytes(String name) {
    try (InputStream in = loader.getResourceAsStream(folder + "/" + name)) {
      if (in == null) {
        throw new IllegalStateException(folder + "/" + name + " is gone from the class path");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(folder + "/" + name + " cannot be read", e);
    }
  }
}
