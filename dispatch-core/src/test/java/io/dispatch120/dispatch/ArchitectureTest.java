package io.dispatch120.dispatch;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaConstructorCall;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The directions of the core: every package may use only what its line allows, and what the lines
 * above it are. Nothing is switched off here; a package that needs more is argued for in its line.
 */
@AnalyzeClasses(packages = "io.dispatch120", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  private static final String ROOT = "io.dispatch120.dispatch.";
  private static final String[] EVERYWHERE = {"java..", "org.jspecify.annotations.."};
  private static final String GEO = "io.dispatch120.geo.api..";

  /** From the bottom up: each may use those before it. */
  private static final List<String> LAYERS =
      List.of(
          "api",
          "location",
          "assignment",
          "alert",
          "fleet",
          "road",
          "ecg",
          "hospital",
          "chestpain",
          "triage",
          "incident",
          "journal",
          "access",
          "codec",
          "importing",
          "board",
          "view",
          "recommendation",
          "query",
          "report",
          "command",
          "stream",
          "node",
          "edge");

  private static final Set<String> PURE =
      Set.of(
          "location",
          "assignment",
          "alert",
          "road",
          "ecg",
          "hospital",
          "chestpain",
          "triage",
          "incident");

  /** What asynchronous ports and use cases may take from Vert.x. */
  private static final DescribedPredicate<JavaClass> FUTURES =
      describe(
          "a future",
          type ->
              Set.of(
                      "io.vertx.core.Future",
                      "io.vertx.core.CompositeFuture",
                      "io.vertx.core.Promise",
                      "io.vertx.core.AsyncResult",
                      "io.vertx.core.Handler",
                      "io.vertx.core.Completable")
                  .contains(type.getName()));

  @ArchTest
  static void packagesUseOnlyWhatIsBelowThem(JavaClasses imported) {
    List<String> below = new ArrayList<>(List.of(EVERYWHERE));
    below.add(GEO);
    for (String layer : LAYERS) {
      below.add(ROOT + layer + "..");
      DescribedPredicate<JavaClass> allowed = resideInAnyPackage(below.toArray(new String[0]));
      if (!PURE.contains(layer)) {
        allowed = allowed.or(FUTURES);
      }
      classes()
          .that()
          .resideInAPackage(ROOT + layer + "..")
          .should()
          .onlyDependOnClassesThat(allowed.or(libraries(layer)))
          .allowEmptyShould(true)
          .check(imported);
    }
  }

  private static DescribedPredicate<JavaClass> libraries(String layer) {
    return switch (layer) {
      case "codec" -> resideInAnyPackage("com.fasterxml.jackson..", "javax.crypto..");
      case "access" ->
          resideInAnyPackage(
              "com.password4j..", "com.github.benmanes.caffeine.cache..", "javax.crypto..");
      // Loops and sockets' turns: the parts that run on a context of their own.
      case "stream", "edge", "node" ->
          resideInAnyPackage("org.slf4j..")
              .or(named("io.vertx.core.Vertx", "io.vertx.core.Context"));
      // Lists: their rows, their features, and what an operator says about them.
      case "importing" ->
          resideInAnyPackage("de.siegmar.fastcsv.reader..", "com.fasterxml.jackson..");
      case "board", "command" -> resideInAPackage("org.slf4j..");
      // The one form of ECG that is XML.
      case "ecg" -> resideInAnyPackage("javax.xml.stream..");
      default -> DescribedPredicate.alwaysFalse();
    };
  }

  private static DescribedPredicate<JavaClass> named(String... names) {
    return describe("one of " + List.of(names), type -> List.of(names).contains(type.getName()));
  }

  @ArchTest
  static final ArchRule everyPackageHasItsLine =
      classes()
          .that()
          .resideInAPackage("io.dispatch120.dispatch..")
          .should()
          .resideInAnyPackage(
              Stream.concat(LAYERS.stream(), Stream.of("adapter"))
                  .map(layer -> ROOT + layer + "..")
                  .toArray(String[]::new));

  @ArchTest
  static final ArchRule sqlIsOnlyInTheAdapterOfPostgres =
      only("io.vertx.sqlclient..", "io.vertx.pgclient..", "java.sql..", "org.postgresql..")
          .in("adapter.postgres");

  @ArchTest
  static final ArchRule hazelcastIsOnlyInTheAdapterOfTheCluster =
      only("com.hazelcast..", "io.vertx.spi.cluster..").in("adapter.cluster");

  @ArchTest
  static final ArchRule metricsAreOnlyInTheAdapterOfTelemetry =
      only("io.micrometer..").in("adapter.telemetry");

  @ArchTest
  static final ArchRule httpIsOnlyInItsAdapters =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              ROOT + "adapter.http..", ROOT + "adapter.ws..", "io.dispatch120.web..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.vertx.ext.web..", "io.vertx.openapi..");

  @ArchTest
  static final ArchRule geometryStaysBehindGeoApi =
      noClasses()
          .that()
          .resideInAPackage("io.dispatch120.dispatch..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.locationtech.jts..", "org.geotools..", "com.graphhopper..");

  @ArchTest
  static final ArchRule packagesHaveNoCycles =
      slices().matching("io.dispatch120.dispatch.(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule adaptersDoNotSeeEachOther =
      slices()
          .matching("io.dispatch120.dispatch.adapter.(*)..")
          .should()
          .notDependOnEachOther()
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule nobodyButAppSeesAdapters =
      noClasses()
          .that()
          .resideOutsideOfPackage(ROOT + "adapter..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage(ROOT + "adapter..");

  @ArchTest
  static final ArchRule timeAndRandomnessAreHandedIn =
      noClasses()
          .that()
          .resideInAPackage("io.dispatch120.dispatch..")
          .and()
          .resideOutsideOfPackage(ROOT + "adapter..")
          .should()
          .accessTargetWhere(
              describe("reads a clock, draws at random or waits", ArchitectureTest::impure));

  private static boolean impure(JavaAccess<?> access) {
    String owner = access.getTargetOwner().getName();
    String name = access.getName();
    boolean clock =
        (owner.startsWith("java.time.") && (name.equals("now") || name.startsWith("system")))
            || (owner.equals("java.lang.System")
                && (name.equals("currentTimeMillis") || name.equals("nanoTime")));
    boolean chance =
        (owner.equals("java.lang.Math") && name.equals("random"))
            || owner.equals("java.util.concurrent.ThreadLocalRandom")
            || (owner.equals("java.util.UUID") && name.equals("randomUUID"))
            || (access instanceof JavaConstructorCall && owner.equals("java.util.Random"));
    boolean waits =
        (owner.equals("java.lang.Thread") && (name.equals("sleep") || name.equals("join")))
            || (owner.startsWith("java.util.concurrent.")
                && (name.equals("await") || name.equals("join")))
            || (owner.startsWith("io.vertx.core.") && name.equals("await"));
    return clock || chance || waits;
  }

  private static Only only(String... packages) {
    return new Only(packages);
  }

  private record Only(String[] packages) {
    ArchRule in(String home) {
      return noClasses()
          .that()
          .resideOutsideOfPackage(ROOT + home + "..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(packages);
    }
  }
}
