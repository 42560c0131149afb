package io.dispatch120.app.config;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * Collects the settings that were given: the environment's over the file's. Empty means not given.
 */
final class SettingsSource {
  /** Looked for in the working directory when no file is named. */
  static final String DEFAULT_FILE = "dispatch120.yaml";

  private final Map<Setting, SettingValue> values = new EnumMap<>(Setting.class);

  /**
   * @param environment of the process
   * @param namedFile given by {@code --config}; must exist
   * @param workingDirectory where the default file is looked for
   * @throws StartFailure on an unknown key, an unreadable file, or a file that is no flat YAML map
   */
  static SettingsSource read(
      Map<String, String> environment, @Nullable Path namedFile, Path workingDirectory) {
    SettingsSource source = new SettingsSource();
    Path file = namedFile == null ? workingDirectory.resolve(DEFAULT_FILE) : namedFile;
    if (namedFile != null || Files.exists(file)) {
      source.addFile(file);
    }
    source.addEnvironment(environment);
    return source;
  }

  Optional<SettingValue> find(Setting setting) {
    return Optional.ofNullable(values.get(setting));
  }

  private void addEnvironment(Map<String, String> environment) {
    environment.forEach(
        (variable, text) -> {
          if (!variable.startsWith(Setting.PREFIX) || variable.equals(Setting.LAUNCHER_OPTIONS)) {
            return;
          }
          Setting setting =
              Setting.findByVariable(variable)
                  .orElseThrow(() -> unknown("variable " + variable, allNames(Setting::variable)));
          add(setting, text, variable);
        });
  }

  private void addFile(Path file) {
    Node root;
    try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      // Only the syntax tree: no object is made from the file, and "off" stays the text "off".
      root = new Yaml(new LoaderOptions()).compose(reader);
    } catch (IOException e) {
      throw new StartFailure(
          "configuration file " + file + " can not be read",
          "Name a readable UTF-8 file with --config, or leave it out.",
          e);
    } catch (YAMLException e) {
      throw notAMap(file, e instanceof MarkedYAMLException m ? lineOf(m) : "", e);
    }
    if (root == null) {
      return;
    }
    if (!(root instanceof MappingNode map)) {
      throw notAMap(file, "", null);
    }
    for (NodeTuple entry : map.getValue()) {
      addFileEntry(file, entry);
    }
  }

  private void addFileEntry(Path file, NodeTuple entry) {
    int line = entry.getKeyNode().getStartMark().getLine() + 1;
    if (!(entry.getKeyNode() instanceof ScalarNode keyNode)) {
      throw notAMap(file, " (line " + line + ")", null);
    }
    String key = keyNode.getValue();
    String name = key + " (" + file.getFileName() + " line " + line + ")";
    Setting setting =
        Setting.findByKey(key).orElseThrow(() -> unknown("key " + name, allNames(Setting::key)));
    if (values.containsKey(setting)) {
      throw new StartFailure(name + " is there twice", "Remove one of the two lines.");
    }
    add(setting, text(file, entry.getValueNode(), name), name);
  }

  private static String text(Path file, Node value, String name) {
    if (value instanceof ScalarNode scalar) {
      return scalar.getValue();
    }
    if (value instanceof SequenceNode list) {
      return list.getValue().stream()
          .map(item -> text(file, item, name))
          .collect(Collectors.joining(","));
    }
    throw new StartFailure(name + " is a map", "Give one value, or a list of values.");
  }

  private void add(Setting setting, String text, String name) {
    String trimmed = text.strip();
    if (!trimmed.isEmpty()) {
      values.put(setting, new SettingValue(setting, trimmed, name));
    }
  }

  private static StartFailure unknown(String what, String known) {
    return new StartFailure("unknown " + what, "Correct or remove it; known are: " + known + ".");
  }

  private static String allNames(java.util.function.Function<Setting, String> name) {
    return Arrays.stream(Setting.values()).map(name).collect(Collectors.joining(", "));
  }

  private static String lineOf(MarkedYAMLException e) {
    return e.getProblemMark() == null ? "" : " (line " + (e.getProblemMark().getLine() + 1) + ")";
  }

  private static StartFailure notAMap(Path file, String line, @Nullable Throwable cause) {
    // The parser's own message quotes the file, and the file may hold a password: it is not shown.
    StartFailure failure =
        new StartFailure(
            "configuration file " + file + line + " is not a list of key: value lines",
            "Write one setting a line, such as httpPort: 8120.");
    if (cause != null) {
      failure.addSuppressed(cause);
    }
    return failure;
  }
}
