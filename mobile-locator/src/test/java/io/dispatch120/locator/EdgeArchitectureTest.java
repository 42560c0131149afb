package io.dispatch120.locator;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;

@AnalyzeClasses(
    packages = "io.dispatch120.locator",
    importOptions = ImportOption.DoNotIncludeTests.class)
class EdgeArchitectureTest {
  /** The edge may run as a process of its own, without a database, in front of the core. */
  @ArchTest
  static final ArchRule seesNothingOfTheCoreButItsApi =
      classes()
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "io.dispatch120.locator..",
              "io.dispatch120.dispatch.api",
              "io.dispatch120.geo.api",
              "io.dispatch120.web",
              "io.dispatch120.web.page",
              "io.dispatch120.web.server",
              "io.dispatch120.web.socket",
              "io.vertx.core..",
              "io.vertx.ext.web",
              "io.netty.util",
              "io.netty.handler.ipfilter",
              "io.github.bucket4j..",
              "com.github.benmanes.caffeine.cache",
              "com.fasterxml.jackson.annotation",
              "com.fasterxml.jackson.databind",
              "org.jspecify.annotations",
              "java..");

  @ArchTest
  static final ArchRule packagesHaveNoCycles =
      slices().matching("io.dispatch120.locator.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule timeIsHandedIn =
      noClasses()
          .should()
          .callMethod(Instant.class, "now")
          .orShould()
          .callMethod(Clock.class, "systemUTC")
          .orShould()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callMethod(Thread.class, "sleep", long.class);
}
