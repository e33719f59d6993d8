package io.vestnik.platform.contacts.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestnik.platform.WebTest;
import io.vestnik.platform.contacts.Group;
import java.util.List;
import org.junit.jupiter.api.Test;

@WebTest
class SegmentPagesTests extends AsClient {
    @Test
    void keepsAFilterOfGroupsOfConditionsAsASegment() {
        fixtures.load(client(), "Живые", "phone;name", "79160300001;Зинаида", "79160300002;Зоя", "79160300003;Захар");
        String filter = "m=any&f0=name&o0=is&v0=зоя&f1=name&o1=starts&v1=зин&g1=1&f2=phone&o2=has&v2=0300001&g2=1";
        assertThat(get("/contacts?" + filter))
                .bodyText()
                .contains("030-00-01", "030-00-02", "/contacts/segments/new?")
                .doesNotContain("030-00-03");
        assertThat(get("/contacts/segments/new?" + filter))
                .hasStatusOk()
                .bodyText()
                .contains("зоя", "0300001");
        assertThat(post("/contacts/segments/new?" + filter).param("name", "")).hasStatus(422);
        assertThat(post("/contacts/segments/new?" + filter).param("name", "На зе"))
                .hasStatus3xxRedirection();
        Group segment = contacts.groups(client()).stream()
                .filter(group -> group.name().equals("На зе"))
                .findFirst()
                .orElseThrow();
        assertThat(segment.living()).isTrue();
        assertThat(segment.contacts()).isEqualTo(2);
        assertThat(get("/contacts/segments"))
                .bodyText()
                .contains("На зе", "0300001")
                .doesNotContain("??");
        assertThat(get("/contacts?group=" + segment.id()))
                .bodyText()
                .contains("030-00-01", "030-00-02")
                .doesNotContain("030-00-03");
        String page = "/contacts/segments/" + segment.id();
        assertThat(get(page)).hasStatusOk().bodyText().contains("segment=" + segment.id());
        assertThat(post(page + "?f0=name&o0=is&v0=захар").param("name", "Захары"))
                .hasStatus3xxRedirection();
        assertThat(get("/contacts?group=" + segment.id()))
                .bodyText()
                .contains("030-00-03")
                .doesNotContain("030-00-01");
        assertThat(post(page + "/count")).hasStatus3xxRedirection();
        assertThat(post(page + "/delete")).hasStatus3xxRedirection();
        assertThat(get(page)).hasStatus(404);
    }

    @Test
    void sortsTheListAndCountsItWhenItIsThere() {
        fixtures.load(client(), "Порядок", "phone;name", "79160310002;Б", "79160310001;А");
        String group = contacts.groupNamed(client(), "Порядок").id().toString();
        for (String sort : List.of("name", "-name", "phone", "-phone", "created", "-created")) {
            assertThat(get("/contacts?group=" + group + "&sort=" + sort))
                    .as(sort)
                    .hasStatusOk()
                    .bodyText()
                    .contains("031-00-01", "031-00-02");
        }
        assertThat(get("/contacts?group=" + group + "&sort=-phone"))
                .bodyText()
                .containsSubsequence("031-00-02", "031-00-01");
        assertThat(get("/contacts?sort=name&after=5.Я%27")).hasStatusOk();
        assertThat(get("/contacts/count?q=0310002")).hasStatusOk().bodyText().contains("1");
    }

    @Test
    void drawsWhatTheBaseIsMadeOfAndLeadsToThosePeople() {
        fixtures.load(client(), "Состав", "phone;name", "79160320001;А", "79160320002;Б");
        String group = contacts.groupNamed(client(), "Состав").id().toString();
        assertThat(get("/contacts/statistics")).hasStatusOk().bodyText().doesNotContain("??");
        for (String by : List.of("operator", "region", "sex", "age", "added", "group")) {
            assertThat(get("/contacts/statistics/chart?group=" + group + "&by=" + by))
                    .as(by)
                    .hasStatusOk()
                    .bodyText()
                    .contains("data-chart", "/contacts?")
                    .doesNotContain("??");
        }
        assertThat(get("/contacts/statistics/chart?by=password")).hasStatus(404);
    }
}
