package io.dispatch120.dispatch.journal;

import io.dispatch120.dispatch.api.DispatchEvent;

/**
 * A catalogue was imported or edited; every node reloads it.
 *
 * @param catalogue {@code aeds}, {@code units}, {@code stations}, {@code hospitals}, {@code
 *     responders}, {@code gazetteer}, or {@code center} for all of a new centre's
 * @param entries how many were put or went
 */
public record CatalogueChanged(String catalogue, int entries) implements DispatchEvent {
  @Override
  public String type() {
    return "catalogue_changed";
  }
}
