package io.dispatch120.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.dispatch120.app.cli.JournalVerification.Fault;
import io.dispatch120.app.cli.JournalVerification.Verdict;
import io.dispatch120.app.cli.ListImport.Imported;
import io.dispatch120.app.cli.ListImport.ListFile;
import io.dispatch120.app.cli.UserAdministration.NewUser;
import io.dispatch120.app.cli.UserAdministration.Role;
import io.dispatch120.app.config.StartFailure;
import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class Dispatch120CommandTest {
  @TempDir Path folder;

  private final List<NewUser> users = new ArrayList<>();
  private final List<String> passwords = new ArrayList<>();
  private final List<Path> folders = new ArrayList<>();
  private final List<String> maps = new ArrayList<>();
  private final List<Verdict> verdicts = new ArrayList<>();
  private final List<ListFile> lists = new ArrayList<>();
  private ListImport.Outcome outcome =
      new Imported(List.of("Read as UTF-8."), 1, 0, 2, 0, List.of(), List.of());
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private String input = "long enough\n";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "bogus",
        "demo --port 1",
        "users",
        "users add",
        "users add wang",
        "users add wang --role king",
        "users add a/b --role admin",
        "users add wang --role crew",
        "users add wang --role admin --unit A12",
        "users add wang --role dispatcher --password secret",
        "verify-journal now",
        "import",
        "import aeds",
        "import aeds missing.csv",
        "import ships list.csv"
      })
  void badArgumentsEndWith2AndSayWhereToLook(String arguments) {
    assertThat(run(arguments)).isEqualTo(2);
    assertThat(err.toString()).startsWith("dispatch120: ").contains("--help");
    assertThat(err.toString()).doesNotContain("\tat ");
    assertThat(users).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"--help", "demo --help", "users add --help", "--version"})
  void helpEndsWith0(String arguments) {
    assertThat(run(arguments)).isZero();
    assertThat(out.toString()).contains("dispatch120");
  }

  @Test
  void addsAUserWithThePasswordFromStandardInput() {
    assertThat(run("users add a12 --role crew --unit A12 --center xiangjiang")).isZero();
    assertThat(users)
        .containsExactly(
            new NewUser(
                "a12",
                Role.crew,
                Optional.of("xiangjiang"),
                Optional.of("A12"),
                Optional.empty(),
                Optional.empty()));
    assertThat(passwords).containsExactly("long enough");
    assertThat(out.toString()).contains("a12").doesNotContain("long enough");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "short\n"})
  void refusesAPasswordThatIsTooShort(String typed) {
    input = typed;
    assertThat(run("users add wang --role admin")).isEqualTo(1);
    assertThat(err.toString()).contains("8 to 128").doesNotContain("short");
    assertThat(users).isEmpty();
  }

  @Test
  void reportsAWholeJournal() {
    verdicts.add(new Verdict("xiangjiang", 12, Optional.empty()));
    assertThat(run("verify-journal")).isZero();
    assertThat(out.toString()).contains("xiangjiang: 12 events");
  }

  @Test
  void importsAMapIntoTheDataDirectoryAndShowsHowFarItIs() {
    assertThat(run("import map town.osm.pbf")).isZero();
    assertThat(maps)
        .containsExactly(folder.resolve("data") + " " + folder.resolve("town.osm.pbf") + " false");
    assertThat(out.toString())
        .contains(" 10 %  reading roads")
        .contains("Imported town.osm.pbf: 1,200 roads")
        .contains("Running nodes use it within some seconds.");
  }

  @Test
  void saysThatAMapHadBeenImportedBefore() {
    assertThat(run("import map --force town.osm")).isZero();
    assertThat(maps).singleElement().asString().endsWith("true");
    assertThat(out.toString()).contains("town.osm had been imported before");
    assertThat(run("import map")).isEqualTo(2);
    assertThat(run("import")).isEqualTo(2);
  }

  @Test
  void addsACentreFromAFolderOfTheUsers() {
    assertThat(run("centers add my-centre")).isZero();
    assertThat(folders).containsExactly(folder.resolve("my-centre"));
    assertThat(out.toString()).contains("cz", "12 units", "50 AEDs");
    assertThat(run("centers add")).isEqualTo(2);
  }

  @Test
  void endsWith1AndTheFirstBadSequenceNumber() {
    verdicts.add(new Verdict("a", 12, Optional.empty()));
    verdicts.add(new Verdict("b", 7, Optional.of(new Fault(5, "the event was changed"))));
    assertThat(run("verify-journal")).isEqualTo(1);
    assertThat(out.toString()).contains("b: first bad sequence number 5: the event was changed");
  }

  @Test
  void importsAListAndSaysWhatBecameOfIt() throws Exception {
    Files.writeString(folder.resolve("list.csv"), "id,name\n");
    outcome =
        new Imported(
            List.of("Read as CSV in UTF-8."),
            1,
            0,
            2,
            1,
            List.of(
                new ListImport.Row(2, "imported", "a1", ""),
                new ListImport.Row(3, "refused", "", "no position"),
                new ListImport.Row(4, "unchanged", "=a2", "outside, \"far\"")),
            List.of("A note."));
    assertThat(run("import aeds list.csv --datum gcj02 --center cz --dry-run --report out.csv"))
        .isZero();
    ListFile list = lists.get(0);
    assertThat(list.kind()).isEqualTo(ListImport.Kind.aeds);
    assertThat(list.file()).isEqualTo(folder.resolve("list.csv"));
    assertThat(list.datum()).contains("gcj02");
    assertThat(list.center()).contains("cz");
    assertThat(list.dryRun()).isTrue();
    assertThat(out.toString())
        .contains("Read as CSV", "row 3 refused: no position", "A note.", "nothing was changed")
        .contains("1 imported, 0 changed, 2 unchanged, 1 refused; 1 rows with warnings")
        .doesNotContain("row 2");
    assertThat(Files.readString(folder.resolve("out.csv")))
        .contains("2,imported,\"a1\",\"\"", "\"'=a2\",\"outside, \"\"far\"\"\"");
  }

  @Test
  void asksForTheDatumWithBadArguments() throws Exception {
    Files.writeString(folder.resolve("list.csv"), "id,name\n");
    outcome = new ListImport.Unclear("say it with --datum", List.of("gcj02: 3 of 3 rows"));
    assertThat(run("import units list.csv")).isEqualTo(2);
    assertThat(err.toString()).contains("say it with --datum", "import units --help");
    assertThat(out.toString()).contains("gcj02: 3 of 3 rows");
  }

  @Test
  void endsWith1WhenNothingOfAListCouldBeUsed() throws Exception {
    Files.writeString(folder.resolve("list.csv"), "id,name\n");
    outcome =
        new Imported(
            List.of(), 0, 0, 0, 1, List.of(new ListImport.Row(2, "refused", "", "x")), List.of());
    assertThat(run("import gazetteer list.csv --datum wgs84")).isEqualTo(1);
  }

  @Test
  void showsAnExpectedFailureAsOneLine() {
    assertThat(run("verify-journal --config missing.yaml")).isEqualTo(1);
    assertThat(err.toString()).startsWith("dispatch120: ").contains("missing.yaml").hasLineCount(1);
  }

  private int run(String arguments) {
    CommandContext context =
        new CommandContext(
            Map.of("DISPATCH120_DB_URL", "postgresql://u:p@127.0.0.1:1/d"),
            folder,
            PasswordSource.of(
                null, new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8))));
    CommandLine line =
        Dispatch120Command.of(
            context,
            configuration -> {
              throw new StartFailure("not here", "Do not start a node in this test.");
            },
            (database, user, password) -> {
              users.add(user);
              passwords.add(new String(password));
            },
            (database, from) -> {
              folders.add(from);
              return new CenterAdministration.Added("cz", 3, 12, 4, 50);
            },
            new Importers(
                (database, list, progress) -> {
                  lists.add(list);
                  return outcome;
                },
                (directory, file, again, progress) -> {
                  progress.accept("reading roads", 10);
                  maps.add(directory + " " + file + " " + again);
                  return new MapAdministration.Imported(!again, true, 1200, 800, 3, 425);
                }),
            database -> List.copyOf(verdicts));
    line.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
    return line.execute(arguments.isEmpty() ? new String[0] : arguments.split(" "));
  }
}
