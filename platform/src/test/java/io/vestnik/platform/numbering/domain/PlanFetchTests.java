package io.vestnik.platform.numbering.domain;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.vestnik.platform.numbering.NumberingFixtures;
import io.vestnik.platform.store.TestDatabase;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.NONE, properties = "vestnik.outbound.allow-private=true")
@Import(TestDatabase.class)
class PlanFetchTests {
    private final HttpServer site;
    private final NumberingFixtures fixtures;
    private final PlanDesk desk;

    @Autowired
    PlanFetchTests(NumberingFixtures fixtures, PlanDesk desk) throws IOException {
        this.site = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        this.fixtures = fixtures;
        this.desk = desk;
    }

    @BeforeEach
    void open() {
        serve(
                "/DEF-9xx.csv",
                200,
                NumberingFixtures.register("947;0;9999999;10000000;ООО \"Ромашка\";Омская обл.;5000000001"));
        serve("/gone.csv", 404, new byte[0]);
        serve("/page.csv", 200, "<!DOCTYPE html><html><body>Ошибка</body></html>".getBytes(StandardCharsets.UTF_8));
        site.start();
    }

    @AfterEach
    void close() {
        site.stop(0);
    }

    @Test
    void putsWhatItFetchesInForceAndNothingElse() {
        PlanLoad load = fetched("/DEF-9xx.csv");
        assertThat(load.state()).as(load.toString()).isEqualTo(PlanLoad.State.DONE);
        assertThat(fetched("/gone.csv").reason()).isEqualTo("status");
        assertThat(fetched("/page.csv").reason()).isIn("table.not-a-table", "no-register");
        assertThat(desk.parts()).singleElement().satisfies(part -> {
            assertThat(part.part()).isEqualTo(9);
            assertThat(part.load()).isEqualTo(load.id());
            assertThat(part.numbers()).isEqualTo(10_000_000);
        });
    }

    private PlanLoad fetched(String path) {
        String url = "http://127.0.0.1:" + site.getAddress().getPort() + path;
        return fixtures.end(desk.start(fixtures.operator(), new PlanLoad.Wish(false, url, url, null, false, "test")));
    }

    private void serve(String path, int status, byte[] body) {
        site.createContext(path, exchange -> {
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
    }
}
