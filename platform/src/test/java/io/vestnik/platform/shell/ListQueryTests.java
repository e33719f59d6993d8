package io.vestnik.platform.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ListQueryTests {

    private final ListQuery query =
            new ListQuery("/contacts", Map.of("q", " анна ", "sort", "-name", "after", "x", "group", "7"));

    @Test
    void readsSearchSortCursorAndFilters() {
        assertThat(query.search()).isEqualTo("анна");
        assertThat(query.sort(new ListQuery.Sort("id", false), "name")).isEqualTo(new ListQuery.Sort("name", true));
        assertThat(query.after()).contains("x");
        assertThat(query.filter("group")).contains("7");
    }

    @Test
    void sortsOnlyByColumnsThatTheListHas() {
        ListQuery.Sort otherwise = new ListQuery.Sort("id", false);
        assertThat(query.sort(otherwise, "phone")).isEqualTo(otherwise);
    }

    @Test
    void startsFromTheFirstPageWhenTheListChanges() {
        assertThat(query.link("group", null))
                .doesNotContain("after")
                .doesNotContain("group")
                .contains("sort=-name");
        assertThat(query.linkAt("/contacts/export?format=csv"))
                .startsWith("/contacts/export?format=csv&")
                .contains("group=7");
    }

    @Test
    void turnsTheOrderRound() {
        Column name = Column.text("name", "contacts.name").sorted();
        ListView view = ListView.of("contacts", query).columns(name).page(50, "next cursor", 1204L);
        assertThat(view.sorting(name)).isEqualTo("descending");
        assertThat(view.sortLink(name)).contains("sort=name");
        assertThat(view.nextLink()).contains("after=next+cursor");
        assertThat(view.firstLink()).isNotNull().doesNotContain("after");
    }
}
