package io.dispatch120.app;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.dispatch120.app", importOptions = DoNotIncludeTests.class)
class AppArchitectureTest {
  @ArchTest
  static final ArchRule packagesHaveNoCycles =
      slices().matching("io.dispatch120.app.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule onlyTheCompositionRootKnowsTheNode =
      noClasses()
          .that()
          .resideInAnyPackage(
              "io.dispatch120.app.cli..",
              "io.dispatch120.app.config..",
              "io.dispatch120.app.storage..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.dispatch120.app", "io.dispatch120.dispatch..");

  @ArchTest
  static final ArchRule theTestLibraryUnderTheDatabaseStaysInStorage =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.dispatch120.app.storage..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.zonky..");
}
