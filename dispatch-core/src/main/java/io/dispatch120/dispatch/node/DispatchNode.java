package io.dispatch120.dispatch.node;

import io.dispatch120.dispatch.alert.CenterPolicy;
import io.dispatch120.dispatch.alert.CenterPolicy.Target;
import io.dispatch120.dispatch.api.Catalogue;
import io.dispatch120.dispatch.api.Catalogue.CenterInfo;
import io.dispatch120.dispatch.api.CenterId;
import io.dispatch120.dispatch.api.FrameSink;
import io.dispatch120.dispatch.api.Refusal;
import io.dispatch120.dispatch.api.RefusalCode;
import io.dispatch120.dispatch.api.SessionUser;
import io.dispatch120.dispatch.api.StreamHandle;
import io.dispatch120.dispatch.api.UnitId;
import io.dispatch120.dispatch.api.UnitPosition;
import io.dispatch120.dispatch.board.Board;
import io.dispatch120.dispatch.command.CommandRequest;
import io.dispatch120.dispatch.command.CommandResult;
import io.dispatch120.dispatch.command.CommandService;
import io.dispatch120.dispatch.fleet.LiveFleet;
import io.dispatch120.dispatch.journal.BoardSource.Picture;
import io.dispatch120.dispatch.query.LiveCenters;
import io.dispatch120.dispatch.query.LiveRoads;
import io.dispatch120.dispatch.query.Workers;
import io.dispatch120.dispatch.recommendation.DestinationAdvisor;
import io.dispatch120.dispatch.stream.ConsoleStreams;
import io.dispatch120.geo.api.Roads;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** Every centre this process serves, behind the interfaces the adapters use. Thread-safe. */
public final class DispatchNode implements LiveCenters, CommandService, ConsoleStreams {
  private static final int SETTLING_SECONDS = 5;

  private final NodeParts parts;
  private final double timerScale;
  private final Map<CenterId, CenterNode> centers = new ConcurrentHashMap<>();

  /**
   * @param timerScale multiplies the deadlines of alerts; 1 in earnest
   */
  public DispatchNode(NodeParts parts, double timerScale) {
    this.parts = parts;
    this.timerScale = timerScale;
  }

  /** Loads every centre of the database and joins the bus. */
  public Future<Void> start() {
    parts.bus().listen(new FromOtherNodes());
    return parts
        .stores()
        .catalogues()
        .listCenters()
        .compose(ids -> Future.all(ids.stream().map(this::startCenter).toList()))
        .mapEmpty();
  }

  private Future<Void> startCenter(CenterId id) {
    return parts
        .stores()
        .catalogues()
        .find(id)
        .compose(
            found -> {
              Catalogue catalogue = found.orElseThrow();
              CenterPolicy policy =
                  CenterPolicy.defaults(
                          ZoneId.of(catalogue.center().zone()), catalogue.center().numberPrefix())
                      .with(targets(catalogue.center()))
                      .scaled(timerScale);
              return newRoads(id)
                  .compose(
                      roads ->
                          CatalogueReload.prepare(catalogue, roads, parts)
                              .map(inUse -> new CenterNode(policy, inUse, roads, parts)))
                  .compose(center -> center.start().onSuccess(started -> centers.put(id, center)));
            });
  }

  private static Map<String, Target> targets(CenterInfo center) {
    Map<String, Target> targets = new HashMap<>();
    center
        .chestPainTargets()
        .forEach(
            (name, figure) ->
                targets.put(
                    name, new Target(Duration.ofSeconds(figure.seconds()), figure.source())));
    return targets;
  }

  /** On a worker: a large map takes its time for every center. */
  private Future<Roads> newRoads(CenterId id) {
    return Workers.ask(parts.workers(), () -> parts.roads().apply(id));
  }

  public Future<Void> stop() {
    return Future.join(centers.values().stream().map(CenterNode::stop).toList()).mapEmpty();
  }

  /**
   * @throws NoSuchElementException for a centre that is not here
   */
  public CenterNode getCenter(CenterId id) {
    return findCenter(id).orElseThrow(() -> new NoSuchElementException("no centre " + id));
  }

  public Optional<CenterNode> findCenter(CenterId id) {
    return Optional.ofNullable(centers.get(id));
  }

  public Collection<CenterNode> listCenters() {
    return List.copyOf(centers.values());
  }

  @Override
  public Future<CommandResult> execute(CommandRequest request) {
    return findCenter(request.center())
        .map(center -> center.commands().execute(request))
        .orElseGet(
            () ->
                Future.succeededFuture(
                    new CommandResult.Refused(
                        new Refusal(RefusalCode.NOT_FOUND, "no such centre here"))));
  }

  /** Takes positions of units of one centre. */
  public Future<Void> reportPositions(CenterId center, List<UnitPosition> positions) {
    return getCenter(center).reportPositions(positions);
  }

  /**
   * Tells this node and the others of a change of the catalogue; completes once it can be seen
   * here, or after {@link #SETTLING_SECONDS}: it is stored anyway.
   */
  public Future<Void> catalogueChanged(CenterId center, long seq) {
    return getCenter(center)
        .catalogueChanged(seq)
        .timeout(SETTLING_SECONDS, TimeUnit.SECONDS)
        .otherwiseEmpty();
  }

  @Override
  public Future<StreamHandle> open(SessionUser user, OptionalLong since, FrameSink sink) {
    return getCenter(user.center()).streams().open(user, since, sink);
  }

  @Override
  public Board getBoard(CenterId center) {
    return getCenter(center).board();
  }

  @Override
  public LiveFleet getFleet(CenterId center) {
    return getCenter(center).fleet();
  }

  @Override
  public DestinationAdvisor getAdvisor(CenterId center) {
    return getCenter(center).advisor();
  }

  @Override
  public LiveRoads getRoads(CenterId center) {
    return getCenter(center).roads();
  }

  @Override
  public Future<Picture> takePicture(CenterId center) {
    return getCenter(center).takePicture();
  }

  private final class FromOtherNodes implements NodeBus.Hearer {
    @Override
    public void committed(CenterId center, long seq) {
      findCenter(center).ifPresent(node -> node.heard(seq));
    }

    @Override
    public void moved(CenterId center, List<UnitPosition> positions) {
      findCenter(center).ifPresent(node -> node.movedElsewhere(positions));
    }

    @Override
    public void linked(CenterId center, String other, Set<UnitId> units) {
      findCenter(center).ifPresent(node -> node.linkedElsewhere(other, units));
    }

    @Override
    public void sessionRevoked(String tokenHash) {
      parts.watch().sessionRevoked(tokenHash);
    }
  }
}
