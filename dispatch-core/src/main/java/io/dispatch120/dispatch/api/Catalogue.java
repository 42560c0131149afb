package io.dispatch120.dispatch.api;

import io.dispatch120.geo.api.AedSite;
import io.dispatch120.geo.api.LngLat;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a centre owns and knows, edited and imported rather than dispatched: a consistent copy,
 * replaced whole.
 */
public record Catalogue(
    CenterInfo center,
    List<StationInfo> stations,
    List<UnitInfo> units,
    List<HospitalInfo> hospitals,
    List<AedInfo> aeds) {

  public Catalogue {
    stations = List.copyOf(stations);
    units = List.copyOf(units);
    hospitals = List.copyOf(hospitals);
    aeds = List.copyOf(aeds);
  }

  /**
   * @param environment {@code demo} or {@code live}; nothing of one ever enters the other
   * @param serviceArea rings of the service area, the first one outer; empty means unlimited
   * @param chestPainTargets its own targets by name, in place of the defaults
   * @param checklists by name, which version a physician has put in force
   */
  public record CenterInfo(
      CenterId id,
      String name,
      String zone,
      String numberPrefix,
      String environment,
      LngLat mapCenter,
      List<List<LngLat>> serviceArea,
      Map<String, TargetFigure> chestPainTargets,
      Map<String, ChecklistApproval> checklists) {

    public CenterInfo {
      // Centres stored before there were such have none.
      chestPainTargets = chestPainTargets == null ? Map.of() : Map.copyOf(chestPainTargets);
      checklists = checklists == null ? Map.of() : Map.copyOf(checklists);
    }

    /** With the defaults of the product, and no checklist in force. */
    public CenterInfo(
        CenterId id,
        String name,
        String zone,
        String numberPrefix,
        String environment,
        LngLat mapCenter,
        List<List<LngLat>> serviceArea) {
      this(id, name, zone, numberPrefix, environment, mapCenter, serviceArea, Map.of(), Map.of());
    }
  }

  /**
   * @param physician who put it in force
   * @param from first day, like {@code 2026-01-31}
   */
  public record ChecklistApproval(int version, String physician, String from) {}

  public record StationInfo(StationId id, String name, LngLat position, @Nullable String phone) {}

  public record UnitInfo(
      UnitId id,
      String callsign,
      String plate,
      Set<Capability> capabilities,
      StationId station,
      @Nullable String phone) {}

  /**
   * @param capabilities what it can do, some of it only at certain hours
   * @param accreditation {@code chest_pain_unit}, {@code chest_pain_center_basic}, {@code
   *     chest_pain_center_standard}, or null
   */
  public record HospitalInfo(
      HospitalId id,
      String name,
      LngLat position,
      List<HospitalCapability> capabilities,
      @Nullable String accreditation,
      @Nullable Integer medianArrivalToWireMinutes,
      List<LadderLevel> ladder,
      List<OnCall> onCall) {

    public HospitalInfo {
      capabilities = List.copyOf(capabilities);
      ladder = List.copyOf(ladder);
      // Entries stored before there was a roster have none.
      onCall = onCall == null ? List.of() : List.copyOf(onCall);
    }

    /** With nobody on its roster. */
    public HospitalInfo(
        HospitalId id,
        String name,
        LngLat position,
        List<HospitalCapability> capabilities,
        @Nullable String accreditation,
        @Nullable Integer medianArrivalToWireMinutes,
        List<LadderLevel> ladder) {
      this(
          id,
          name,
          position,
          capabilities,
          accreditation,
          medianArrivalToWireMinutes,
          ladder,
          List.of());
    }

    /** The same with another roster. */
    public HospitalInfo with(List<OnCall> newOnCall) {
      return new HospitalInfo(
          id,
          name,
          position,
          capabilities,
          accreditation,
          medianArrivalToWireMinutes,
          ladder,
          newOnCall);
    }
  }

  /**
   * @param name code such as {@code pci_24x7} or {@code thrombolysis}
   * @param hours OSM opening hours; null for always
   */
  public record HospitalCapability(String name, @Nullable String hours) {}

  /**
   * One level of a hospital's contact ladder, told when the one before has not answered.
   *
   * @param channel {@code console}, {@code sms} or {@code phone}
   * @param together who is told at the same moment
   */
  public record LadderLevel(
      int level,
      String contact,
      String channel,
      @Nullable String phone,
      List<LadderContact> together) {

    public LadderLevel {
      // Entries stored before there was one have none.
      together = together == null ? List.of() : List.copyOf(together);
    }

    public LadderLevel(int level, String contact, String channel, @Nullable String phone) {
      this(level, contact, channel, phone, List.of());
    }
  }

  /** Somebody who is told together with the first contact of a level. */
  public record LadderContact(String contact, String channel, @Nullable String phone) {}

  /**
   * Who stands behind a level of the ladder for now.
   *
   * @param phone null for that of the level
   * @param until after it the entry counts no more
   */
  public record OnCall(int level, String name, @Nullable String phone, Instant until) {}

  public record AedInfo(
      AedSite site, @Nullable String custodian, @Nullable String custodianPhone, String source) {}
}
