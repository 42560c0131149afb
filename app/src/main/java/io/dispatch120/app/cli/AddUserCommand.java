package io.dispatch120.app.cli;

import io.dispatch120.app.cli.UserAdministration.NewUser;
import io.dispatch120.app.cli.UserAdministration.Role;
import io.dispatch120.app.storage.DatabaseAccess;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code users add}. */
@Command(
    name = "add",
    description = "Adds a user. The password is asked for, or read from standard input.")
final class AddUserCommand implements Callable<Integer> {
  private static final String NAME_FORM = "[\\p{L}\\p{N}][\\p{L}\\p{N}._-]{0,62}";

  private final CommandContext context;
  private final UserAdministration users;

  @Mixin private final ConfigOption config = new ConfigOption();

  @SuppressWarnings("NullAway.Init") // set by picocli
  @Parameters(paramLabel = "NAME", description = "What the user signs in with.")
  private String name;

  @SuppressWarnings("NullAway.Init") // set by picocli
  @Option(
      names = "--role",
      required = true,
      paramLabel = "ROLE",
      description = "One of: ${COMPLETION-CANDIDATES}.")
  private Role role;

  @Option(
      names = "--center",
      paramLabel = "CENTER",
      description = "The user's center; may be left out when there is only one.")
  private @Nullable String center;

  @Option(names = "--unit", paramLabel = "UNIT", description = "The unit of a crew, such as A12.")
  private @Nullable String unit;

  @Option(names = "--hospital", paramLabel = "HOSPITAL", description = "The id of a hospital.")
  private @Nullable String hospital;

  @Option(names = "--station", paramLabel = "STATION", description = "The station of a desk.")
  private @Nullable String station;

  @SuppressWarnings("NullAway.Init") // set by picocli
  @Spec
  private CommandSpec spec;

  AddUserCommand(CommandContext context, UserAdministration users) {
    this.context = context;
    this.users = users;
  }

  @Override
  public Integer call() {
    if (!name.matches(NAME_FORM)) {
      throw bad("NAME has 1 to 63 letters, digits, dots, dashes and underscores");
    }
    requireExactlyFor(Role.crew, "--unit", unit);
    requireExactlyFor(Role.hospital, "--hospital", hospital);
    requireExactlyFor(Role.station, "--station", station);
    char[] password = context.passwords().read(name);
    try {
      NewUser user =
          new NewUser(
              name,
              role,
              Optional.ofNullable(center),
              Optional.ofNullable(unit),
              Optional.ofNullable(hospital),
              Optional.ofNullable(station));
      new DatabaseAccess(context.storage(config.file()))
          .with(
              database -> {
                users.add(database, user, password);
                return user;
              });
      spec.commandLine().getOut().println("Added user " + user + ", who can sign in now.");
      return 0;
    } finally {
      Arrays.fill(password, '\0');
    }
  }

  private void requireExactlyFor(Role needing, String option, @Nullable String value) {
    if (role == needing && value == null) {
      throw bad("--role " + needing + " needs " + option);
    }
    if (role != needing && value != null) {
      throw bad(option + " is only for --role " + needing);
    }
  }

  private ParameterException bad(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
