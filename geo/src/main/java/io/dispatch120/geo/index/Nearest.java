package io.dispatch120.geo.index;

import io.dispatch120.geo.api.LngLat;
import io.dispatch120.geo.api.Neighbor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The k nearest found so far, by chord. Chords and measured distances may disagree in the last
 * digits, so everything is kept that is not farther than the k-th by more than rounding; who
 * measures those has all that can belong to the answer. For one thread.
 */
final class Nearest<K> {

  private static final double TOLERANCE = 2 * Ball.ROUNDING;

  private final int k;

  /** Squared chords of the k nearest, the farthest first: a binary heap. */
  private double[] farthestFirst;

  private int count;
  private double chordLimit = Ball.LONGEST_CHORD + TOLERANCE;
  private double squaredLimit = chordLimit * chordLimit;

  private double[] squaredChords = new double[32];
  private @Nullable Object[] candidates = new Object[32];
  private int candidateCount;

  Nearest(int k) {
    this.k = k;
    this.farthestFirst = new double[Math.min(k, 16)];
  }

  /** Nothing with a longer chord can belong to the answer. */
  double chordLimit() {
    return chordLimit;
  }

  /** Offers the entries of a leaf; the filter is asked only about those near enough. */
  void offerAll(Node<K> leaf, UnitVector origin, Predicate<? super K> filter) {
    for (int i = 0; i < leaf.size; i++) {
      double squaredChord = TreeSearch.squaredChord(leaf, i, origin);
      if (squaredChord <= squaredLimit && filter.test(leaf.key(i))) {
        keep(squaredChord, leaf.entries[i]);
      }
    }
  }

  /** The candidates with their distances, at least k where as many were offered, in no order. */
  @SuppressWarnings("unchecked")
  List<Neighbor<K>> measured(LngLat from) {
    dropFar();
    List<Neighbor<K>> neighbors = new ArrayList<>(candidateCount);
    for (int i = 0; i < candidateCount; i++) {
      neighbors.add(TreeSearch.measured((Entry<K>) candidates[i], from));
    }
    return neighbors;
  }

  private void keep(double squaredChord, Entry<K> entry) {
    if (candidateCount == candidates.length) {
      dropFar();
      if (2 * candidateCount > candidates.length) {
        squaredChords = Arrays.copyOf(squaredChords, 2 * candidates.length);
        candidates = Arrays.copyOf(candidates, 2 * candidates.length);
      }
    }
    squaredChords[candidateCount] = squaredChord;
    candidates[candidateCount++] = entry;
    if (count < k) {
      if (count == farthestFirst.length) {
        farthestFirst = Arrays.copyOf(farthestFirst, (int) Math.min(k, 2L * count));
      }
      raise(squaredChord);
    } else if (squaredChord < farthestFirst[0]) {
      replaceFarthest(squaredChord);
    } else {
      return;
    }
    if (count == k) {
      chordLimit = Math.sqrt(farthestFirst[0]) + TOLERANCE;
      squaredLimit = chordLimit * chordLimit;
    }
  }

  private void dropFar() {
    int kept = 0;
    for (int i = 0; i < candidateCount; i++) {
      if (squaredChords[i] <= squaredLimit) {
        squaredChords[kept] = squaredChords[i];
        candidates[kept++] = candidates[i];
      }
    }
    candidateCount = kept;
  }

  private void raise(double squaredChord) {
    int hole = count++;
    while (hole > 0 && farthestFirst[(hole - 1) / 2] < squaredChord) {
      farthestFirst[hole] = farthestFirst[(hole - 1) / 2];
      hole = (hole - 1) / 2;
    }
    farthestFirst[hole] = squaredChord;
  }

  private void replaceFarthest(double squaredChord) {
    int hole = 0;
    for (int child = 1; child < k; child = 2 * hole + 1) {
      if (child + 1 < k && farthestFirst[child + 1] > farthestFirst[child]) {
        child++;
      }
      if (farthestFirst[child] <= squaredChord) {
        break;
      }
      farthestFirst[hole] = farthestFirst[child];
      hole = child;
    }
    farthestFirst[hole] = squaredChord;
  }
}
