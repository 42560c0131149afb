package io.dispatch120.locator.limit;

import io.dispatch120.web.ProblemException;
import io.vertx.ext.web.RoutingContext;

/**
 * What the edge lets through. Somebody with a valid link is never held up by others behind the same
 * address, because a carrier puts thousands of phones behind one: addresses count only for tokens
 * that do not exist and for the public search.
 */
public final class EdgeLimits {
  /** A caller page sends a position every few seconds and a message now and then. */
  private static final int PER_LINK = 120;

  /** Each a typing error or a guess. */
  private static final int UNKNOWN_TOKENS_PER_ADDRESS = 30;

  private static final int SEARCHES_PER_ADDRESS = 60;

  /** A device reports once a second at most, and sends what it kept while offline. */
  private static final int POSITION_REPORTS_PER_USER = 240;

  private final ClientAddresses addresses;
  private final RateLimit links = new RateLimit(PER_LINK);
  private final RateLimit unknownTokens = new RateLimit(UNKNOWN_TOKENS_PER_ADDRESS);
  private final RateLimit searches = new RateLimit(SEARCHES_PER_ADDRESS);
  private final RateLimit positionReports = new RateLimit(POSITION_REPORTS_PER_USER);

  public EdgeLimits(ClientAddresses addresses) {
    this.addresses = addresses;
  }

  /** Before a request with the path parameter {@code token}. */
  public void beforeLink(RoutingContext ctx) {
    links.take(ctx.pathParam("token"));
    ctx.next();
  }

  /**
   * After a request with a token failed: who tries too many tokens that do not exist is told to
   * stop instead of 404.
   */
  public void afterLink(RoutingContext ctx) {
    if (ctx.failure() instanceof ProblemException problem && problem.problem().status() == 404) {
      try {
        unknownToken(ctx);
      } catch (ProblemException tooMany) {
        ctx.fail(tooMany);
        return;
      }
    }
    ctx.next();
  }

  /**
   * Counts a token that does not exist.
   *
   * @throws ProblemException 429 when its address has tried too many
   */
  public void unknownToken(RoutingContext ctx) {
    unknownTokens.take(addresses.of(ctx.request()));
  }

  /** Before the public search. */
  public void beforeSearch(RoutingContext ctx) {
    searches.take(addresses.of(ctx.request()));
    ctx.next();
  }

  /** Limit of position reports, by user name. */
  public RateLimit positionReports() {
    return positionReports;
  }
}
