package io.dispatch120.geo;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.dispatch120", importOptions = DoNotIncludeTests.class)
class GeoArchitectureTest {

  @ArchTest
  static final ArchRule apiUsesOnlyTheJdkAndItself =
      classes()
          .that()
          .resideInAPackage("io.dispatch120.geo.api")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage("java..", "org.jspecify.annotations", "io.dispatch120.geo.api");

  @ArchTest
  static final ArchRule jtsStaysInTheIndexPackage =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.dispatch120.geo.index")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.locationtech..");

  @ArchTest
  static final ArchRule knowsNoOtherModule =
      classes()
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..",
              "org.jspecify.annotations",
              "org.locationtech.jts..",
              "javax.xml.stream..",
              "com.graphhopper..",
              "org.openstreetmap.osmosis.osmbinary..",
              "com.google.protobuf..",
              "ch.poole..",
              "org.geotools..",
              "io.dispatch120.geo..");

  @ArchTest
  static final ArchRule graphHopperReadsRoadsAndNothingElse =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.dispatch120.geo.routing")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("com.graphhopper..");

  @ArchTest
  static final ArchRule openStreetMapBlocksAreReadInTwoPlaces =
      noClasses()
          .that()
          .resideOutsideOfPackages("io.dispatch120.geo.osm", "io.dispatch120.geo.routing")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.openstreetmap..", "com.google.protobuf..");

  @ArchTest
  static final ArchRule baseMapKnowsOnlyTheReader =
      classes()
          .that()
          .resideInAPackage("io.dispatch120.geo.basemap")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..",
              "org.jspecify.annotations",
              "io.dispatch120.geo.osm",
              "io.dispatch120.geo.basemap");

  @ArchTest
  static final ArchRule theHoursParserStaysInTheHoursPackage =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.dispatch120.geo.hours")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("ch.poole..");

  @ArchTest
  static final ArchRule geoToolsStaysInTheDatumPackage =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.dispatch120.geo.datum")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.geotools..");

  @ArchTest
  static final ArchRule packagesHaveNoCycles =
      slices().matching("io.dispatch120.geo.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule timeIsHandedIn =
      noClasses()
          .should()
          .callMethod(java.time.Instant.class, "now")
          .orShould()
          .callMethod(java.time.ZonedDateTime.class, "now")
          .orShould()
          .callMethod(java.time.LocalDateTime.class, "now")
          .orShould()
          .callMethod(java.time.LocalDate.class, "now")
          .orShould()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callMethod(System.class, "nanoTime")
          .orShould()
          .callMethod(java.time.Clock.class, "systemUTC")
          .orShould()
          .callMethod(java.time.Clock.class, "systemDefaultZone");

  @ArchTest
  static final ArchRule randomnessIsHandedIn =
      noClasses()
          .should()
          .callMethod(Math.class, "random")
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(java.util.random.RandomGenerator.class);

  @ArchTest
  static final ArchRule nothingSleeps =
      noClasses().should().callMethod(Thread.class, "sleep", long.class);
}
