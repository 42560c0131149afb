package io.dispatch120.dispatch.hospital;

import java.util.List;
import java.util.stream.Stream;

/**
 * One level of a contact ladder.
 *
 * @param together who is told at the same moment as {@code first}: the cath lab with the
 *     cardiologist
 */
public record Rung(int level, Contact first, List<Contact> together) {
  public Rung {
    together = List.copyOf(together);
  }

  /** Everybody who is told; the index is the recipient's number. */
  public List<Contact> recipients() {
    return Stream.concat(Stream.of(first), together.stream()).toList();
  }
}
