package io.dispatch120.dispatch.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.dispatch120.dispatch.api.IncidentId;
import io.dispatch120.dispatch.api.Personal;
import io.dispatch120.dispatch.journal.EcgStore.Appended;
import io.dispatch120.dispatch.journal.EcgStore.Owner;
import io.dispatch120.dispatch.journal.EcgStore.Stored;
import io.dispatch120.dispatch.journal.EcgStore.Upload;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store of ECG files does. */
public abstract class EcgStoreContract extends StorageContract {
  private static final String SHA = "a".repeat(64);
  private static final byte[] FILE = bytes(300_000);

  protected abstract EcgStore ecgs();

  /** Destroys an incident's key. */
  protected abstract void erase(IncidentId incident);

  private Owner owner;

  @BeforeEach
  void open() {
    commit(Scenario.receiveCall(center, incident));
    commit(Scenario.receiveCall(center, other, "13900001111"));
    owner = new Owner(center, incident, Scenario.patient(incident));
  }

  private static byte[] bytes(int count) {
    byte[] bytes = new byte[count];
    new Random(count).nextBytes(bytes);
    return bytes;
  }

  private Upload upload(String id) {
    return new Upload(id, owner, SHA, 1_000, 0, new Personal("心电图.png"), Scenario.AT);
  }

  @Test
  void givesBackAFileToItsIncidentsOnly() {
    assertThat(await(ecgs().put(owner, SHA, FILE))).isEqualTo(Stored.DONE);
    assertThat(await(ecgs().put(owner, SHA, FILE))).isEqualTo(Stored.DONE);
    assertThat(await(ecgs().find(center, List.of(incident), SHA)).orElseThrow()).isEqualTo(FILE);
    assertThat(await(ecgs().find(center, List.of(other, incident), SHA))).isPresent();
    assertThat(await(ecgs().find(center, List.of(other), SHA))).isEmpty();
    assertThat(await(ecgs().find(center, List.of(incident), "b".repeat(64)))).isEmpty();
  }

  @Test
  void takesTheLargestFile() {
    byte[] large = bytes(EcgStore.MAX_BYTES);
    assertThat(await(ecgs().put(owner, SHA, large))).isEqualTo(Stored.DONE);
    assertThat(await(ecgs().find(center, List.of(incident), SHA)).orElseThrow()).isEqualTo(large);
  }

  @Test
  void growsPieceByPieceAndOnlyInOrder() {
    assertThat(await(ecgs().open(upload("u")))).isEqualTo(Stored.DONE);
    byte[] file = bytes(1_000);
    assertThat(await(ecgs().append(center, "u", 0, java.util.Arrays.copyOf(file, 400))))
        .isInstanceOfSatisfying(
            Appended.Taken.class, t -> assertThat(t.upload().receivedBytes()).isEqualTo(400));
    for (int wrong : new int[] {0, 399, 401}) {
      assertThat(await(ecgs().append(center, "u", wrong, new byte[10])))
          .isInstanceOfSatisfying(
              Appended.WrongOffset.class,
              w -> assertThat(w.upload().receivedBytes()).isEqualTo(400));
    }
    assertThat(await(ecgs().append(center, "u", 400, new byte[601])))
        .isInstanceOf(Appended.WrongOffset.class);
    // begun again, it goes on
    assertThat(await(ecgs().open(upload("u")))).isEqualTo(Stored.DONE);
    await(ecgs().append(center, "u", 400, java.util.Arrays.copyOfRange(file, 400, 1_000)));
    Upload whole = await(ecgs().findUpload(center, "u")).orElseThrow();
    assertThat(whole.whole()).isTrue();
    assertThat(whole.fileName()).isEqualTo(new Personal("心电图.png"));
    assertThat(whole.takenAt()).isEqualTo(Scenario.AT);
    assertThat(whole.owner()).isEqualTo(owner);
    assertThat(await(ecgs().assemble(whole))).isEqualTo(file);
    await(ecgs().drop(center, "u"));
    assertThat(await(ecgs().findUpload(center, "u"))).isEmpty();
    assertThat(await(ecgs().append(center, "u", 0, new byte[1])))
        .isInstanceOf(Appended.Unknown.class);
    assertThat(await(ecgs().assemble(whole))).isEmpty();
  }

  @Test
  void boundsFilesAndUploadsOfAPatient() {
    for (int i = 0; i < EcgStore.MAX_UPLOADS; i++) {
      assertThat(await(ecgs().open(upload("u" + i)))).isEqualTo(Stored.DONE);
    }
    assertThat(await(ecgs().open(upload("one more")))).isEqualTo(Stored.FULL);
    assertThat(await(ecgs().open(upload("u0")))).isEqualTo(Stored.DONE);
    for (int i = 0; i < EcgStore.MAX_FILES; i++) {
      assertThat(await(ecgs().put(owner, "%064x".formatted(i), new byte[1])))
          .isEqualTo(Stored.DONE);
    }
    assertThat(await(ecgs().put(owner, SHA, FILE))).isEqualTo(Stored.FULL);
    assertThat(await(ecgs().put(owner, "%064x".formatted(0), new byte[1]))).isEqualTo(Stored.DONE);
  }

  @Test
  void purgesOnlyWhatStalls() {
    await(ecgs().open(upload("u")));
    await(ecgs().purge(EcgStore.STALLED));
    assertThat(await(ecgs().findUpload(center, "u"))).isPresent();
    await(ecgs().purge(Duration.ofSeconds(-5)));
    assertThat(await(ecgs().findUpload(center, "u"))).isEmpty();
  }

  @Test
  void erasesPicturesWithTheKeyOfTheirIncident() {
    await(ecgs().put(owner, SHA, FILE));
    await(ecgs().open(upload("u")));
    erase(incident);
    assertThat(await(ecgs().find(center, List.of(incident), SHA))).isEmpty();
    assertThat(await(ecgs().findUpload(center, "u"))).isEmpty();
  }
}
