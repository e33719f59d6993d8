package io.vestnik.platform.accounts.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestnik.platform.accounts.web.CodeExamples.Example;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CodeExamplesTests {

    private final List<Example> examples = new CodeExamples(path -> "https://sms.example.org" + path).with("vst_token");

    @Test
    void everyOneSendsTheSameToTheServerWithTheKey() {
        assertThat(examples).extracting(Example::code).containsExactly("curl", "java", "python", "php", "js");
        assertThat(examples)
                .allSatisfy(it -> assertThat(it.text())
                        .contains(
                                "https://sms.example.org/api/v1/messages",
                                "Bearer vst_token",
                                "VESTNIK",
                                "+79161234567",
                                "Ваш заказ 1042 готов",
                                "Idempotency-Key")
                        .doesNotContain("{url}", "{token}"));
    }

    /** They write the same message in different octets: under one key the second would be refused. */
    @Test
    void eachSendsUnderAKeyOfItsOwn() {
        assertThat(examples)
                .extracting(it -> it.text().replaceAll("(?s).*(order-1042-\\w+).*", "$1"))
                .allMatch(key -> key.startsWith("order-1042-"))
                .doesNotHaveDuplicates();
    }

    @Test
    void theOneInJavaCompiles(@TempDir Path folder) throws IOException {
        Path source =
                Files.writeString(folder.resolve("Send.java"), examples.get(1).text());
        int errors = Objects.requireNonNull(ToolProvider.getSystemJavaCompiler())
                .run(null, null, null, "-Xlint:all", "-Werror", "-d", folder.toString(), source.toString());
        assertThat(errors).isZero();
    }
}
