package io.vestnik.platform.numbering.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vestnik.platform.ModuleTest;
import io.vestnik.platform.numbering.NumberingFixtures;
import io.vestnik.platform.store.StoreSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ModuleTest
class PlanInboxTests {
    @Autowired
    StoreSettings settings;

    @Test
    void loadsWhatLiesInItsFolderAndSaysWhatCameOfIt() throws IOException {
        Path box = Files.createDirectories(settings.data().resolve("numbering"));
        Files.write(
                box.resolve("1.table"),
                NumberingFixtures.register("487;0;9999999;10000000;ООО \"Ромашка\";Омская обл.;5000000001"));
        ask(box, "1", "register", "checked", "ABC-4xx.csv");
        List<String> said = said(box, "1");
        assertThat(said.getFirst()).as(said.toString()).isEqualTo("done");
        assertThat(said.get(1)).contains("Loaded", "10,000,000");

        Files.writeString(box.resolve("2.table"), "<html>");
        ask(box, "2", "register", "checked", "ABC-4xx.csv");
        assertThat(said(box, "2").getFirst()).isEqualTo("refused");
        assertThat(box).isDirectoryNotContaining("glob:**.{ask,table,load,part}");
    }

    @Test
    void saysWhyAnAddressGaveNothing() throws IOException {
        Path box = Files.createDirectories(settings.data().resolve("numbering"));
        ask(box, "3", "ported", "checked", "http://127.0.0.1:9/ported.csv");
        List<String> said = said(box, "3");
        assertThat(said.getFirst()).isEqualTo("refused");
        assertThat(said.get(1)).contains("Nobody answered");
    }

    private static void ask(Path box, String name, String... lines) throws IOException {
        Path draft = Files.write(box.resolve(name + ".draft"), List.of(lines));
        Files.move(draft, box.resolve(name + ".ask"));
    }

    private static List<String> said(Path box, String name) throws IOException {
        Path said = box.resolve(name + ".said");
        await().until(() -> Files.exists(said));
        return Files.readAllLines(said);
    }
}
