package io.vestnik.platform.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ListViewTests {

    private final ListView list = ListView.of("people", new ListQuery("/people", Map.of()))
            .columns(
                    Column.text("name", "k"),
                    Column.text("phone", "k"),
                    Column.number("spent", "k"),
                    Column.text("email", "k").onDemand());

    @Test
    void showsWhatThePageDeclaresUntilAPersonChooses() {
        assertThat(names(list)).containsExactly("name", "phone", "spent");
        assertThat(list.arrangeable()).as("nobody is there who could").isFalse();
        assertThat(names(list.arranged(List.of()))).containsExactly("name", "phone", "spent");
        assertThat(list.arranged(List.of()).arrangeable()).isTrue();
    }

    @Test
    void standsAsThePersonHasArrangedIt() {
        ListView mine = list.arranged(List.of("email", "-phone", "name", "spent"));
        assertThat(names(mine)).containsExactly("email", "name", "spent");
        assertThat(mine.rearranged()).isTrue();
    }

    @Test
    void alwaysShowsTheColumnThatNamesTheRow() {
        assertThat(names(list.arranged(List.of("-spent", "-name", "-phone")))).containsExactly("name");
    }

    @Test
    void passesOverNamesThatThePageDoesNotHaveAndShowsColumnsThatAreNew() {
        assertThat(names(list.arranged(List.of("spent", "gone", "spent", "-email"))))
                .containsExactly("spent", "name", "phone");
    }

    private static List<String> names(ListView list) {
        return list.columns().stream().map(Column::name).toList();
    }
}
