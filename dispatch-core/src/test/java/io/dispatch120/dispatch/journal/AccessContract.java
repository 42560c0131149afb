package io.dispatch120.dispatch.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.dispatch120.dispatch.access.SessionStore;
import io.dispatch120.dispatch.access.SessionStore.Session;
import io.dispatch120.dispatch.access.UserStore.Account;
import io.dispatch120.dispatch.api.Role;
import io.dispatch120.dispatch.api.SessionUser;
import io.dispatch120.dispatch.api.UnitId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every storage of accounts, sessions and tickets does. */
public abstract class AccessContract extends StorageContract {
  private final Instant later = Instant.now().plusSeconds(60).truncatedTo(ChronoUnit.MICROS);
  private final Instant past = Instant.now().minusSeconds(60).truncatedTo(ChronoUnit.MICROS);
  private final String name = "Crew-" + UUID.randomUUID();
  private final SessionUser user =
      new SessionUser(name, Role.CREW, center, new UnitId("A01"), null, null);

  @Test
  void findsAccountsWhateverTheCaseOfTheirName() {
    Account account = new Account(user, "hash", false);
    await(ports().users().save(account));

    assertThat(await(ports().users().find(name.toUpperCase(Locale.ROOT)))).contains(account);
    assertThat(await(ports().users().find("nobody"))).isEmpty();
    assertThat(await(ports().users().list())).contains(user);
  }

  @Test
  void replacesAnAccountOfTheSameName() {
    await(ports().users().save(new Account(user, "hash", false)));
    SessionUser renamed =
        new SessionUser(name.toLowerCase(Locale.ROOT), Role.DISPATCHER, center, null, null, null);
    Account changed = new Account(renamed, "other", true);

    await(ports().users().save(changed));

    assertThat(await(ports().users().find(name))).contains(changed);
    assertThat(await(ports().users().list())).contains(renamed).doesNotContain(user);
  }

  @Test
  void findsASessionUntilItIsRevoked() {
    Session session = open(later);

    assertThat(await(sessions().find(session.tokenHash()))).contains(session);
    await(sessions().revoke(session.tokenHash()));
    assertThat(await(sessions().find(session.tokenHash()))).isEmpty();
  }

  @Test
  void findsNoExpiredOrUnknownSession() {
    assertThat(await(sessions().find(open(past).tokenHash()))).isEmpty();
    assertThat(await(sessions().find("unknown"))).isEmpty();
  }

  @Test
  void revokesAllSessionsOfAUser() {
    Session one = open(later);
    Session two = open(later);

    await(sessions().revokeAllOf(name.toUpperCase(Locale.ROOT)));

    assertThat(await(sessions().find(one.tokenHash()))).isEmpty();
    assertThat(await(sessions().find(two.tokenHash()))).isEmpty();
  }

  @Test
  void givesATicketOnce() {
    Session session = open(later);
    String ticket = UUID.randomUUID().toString();
    await(sessions().createTicket(ticket, session.tokenHash(), later));

    assertThat(await(sessions().redeemTicket(ticket))).contains(session);
    assertThat(await(sessions().redeemTicket(ticket))).isEmpty();
  }

  @Test
  void givesNoTicketThatExpiredOrWhoseSessionEnded() {
    Session session = open(later);
    String expired = UUID.randomUUID().toString();
    await(sessions().createTicket(expired, session.tokenHash(), past));
    String orphan = UUID.randomUUID().toString();
    await(sessions().createTicket(orphan, session.tokenHash(), later));

    assertThat(await(sessions().redeemTicket(expired))).isEmpty();
    await(sessions().revoke(session.tokenHash()));
    assertThat(await(sessions().redeemTicket(orphan))).isEmpty();
    await(sessions().createTicket("t", session.tokenHash(), later));
    assertThat(await(sessions().redeemTicket("t"))).isEmpty();
  }

  @Test
  void purgesWhatHasExpired() {
    await(sessions().purge());
    Session old = open(past);
    Session live = open(later);
    await(sessions().createTicket(UUID.randomUUID().toString(), old.tokenHash(), later));
    await(sessions().createTicket(UUID.randomUUID().toString(), live.tokenHash(), past));

    assertThat(await(sessions().purge())).isEqualTo(3);
    assertThat(await(sessions().find(live.tokenHash()))).contains(live);
  }

  private SessionStore sessions() {
    return ports().sessions();
  }

  private Session open(Instant expiresAt) {
    Session session = new Session(UUID.randomUUID().toString(), user, expiresAt);
    await(sessions().create(session));
    return session;
  }
}
