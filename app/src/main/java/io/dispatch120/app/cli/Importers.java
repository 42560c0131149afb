package io.dispatch120.app.cli;

/** What does the work of each command under {@code import}. */
public record Importers(ListImport lists, MapAdministration maps) {}
