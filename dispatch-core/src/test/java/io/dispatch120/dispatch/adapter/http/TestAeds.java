package io.dispatch120.dispatch.adapter.http;

import io.dispatch120.dispatch.api.Catalogue.AedInfo;
import io.dispatch120.dispatch.view.TestCenter;
import io.dispatch120.geo.api.AedAccess;
import io.dispatch120.geo.api.AedReadiness;
import io.dispatch120.geo.api.AedSite;
import io.dispatch120.geo.api.LngLat;
import java.util.List;

/** Three AEDs in a row to the east. */
final class TestAeds {
  static final List<AedInfo> LIST = List.of(aed("aed-1", 1), aed("aed-2", 2), aed("aed-3", 3));

  private TestAeds() {}

  private static AedInfo aed(String id, int step) {
    LngLat place = TestCenter.WANGCHENGPO;
    AedSite site =
        new AedSite(
            id,
            "地铁站 " + step,
            new LngLat(place.lng() + step * 0.002, place.lat()),
            "站厅",
            "B1",
            "服务台旁",
            step == 3 ? null : "24/7",
            null,
            AedAccess.PUBLIC,
            AedReadiness.OK,
            null);
    return new AedInfo(site, "王五", "13911112222", "test");
  }
}
