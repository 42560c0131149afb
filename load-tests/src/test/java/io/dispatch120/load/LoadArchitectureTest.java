package io.dispatch120.load;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The product is met over its public interfaces, except by benchmarks in process. */
@AnalyzeClasses(packages = "io.dispatch120.load", importOptions = DoNotIncludeTests.class)
class LoadArchitectureTest {

  @ArchTest
  static final ArchRule onlyBenchmarksInProcessUseGeo =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.dispatch120.load.micro..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.dispatch120.geo..",
              "com.graphhopper..",
              "org.locationtech..",
              "org.openjdk.jmh..");

  @ArchTest
  static final ArchRule nothingUsesTheRestOfTheProduct =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.dispatch120.app..",
              "io.dispatch120.dispatch..",
              "io.dispatch120.locator..",
              "io.dispatch120.web..");

  @ArchTest
  static final ArchRule benchmarksOverSocketsKnowNoneInProcess =
      noClasses()
          .that()
          .resideInAPackage("io.dispatch120.load.bench..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.dispatch120.load.micro..");
}
