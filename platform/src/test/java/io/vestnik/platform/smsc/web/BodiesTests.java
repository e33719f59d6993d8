package io.vestnik.platform.smsc.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

class BodiesTests {
    private final Bodies bodies = new Bodies();

    private Bodies.Body read(String address, int bytes) throws IOException {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setRemoteAddr(address);
        request.setContent(new byte[bytes]);
        return bodies.read(request);
    }

    @Test
    void givesAnAddressAQuarterOfTheRoomAndTakesItBack() throws Exception {
        Bodies.Body first = read("192.0.2.1", 8 << 20);
        Bodies.Body second = read("192.0.2.1", 8 << 20);
        assertThat(first.state()).isEqualTo(Bodies.State.READ);
        assertThat(second.state()).isEqualTo(Bodies.State.READ);
        try (Bodies.Body third = read("192.0.2.1", 1)) {
            assertThat(third.state()).isEqualTo(Bodies.State.NO_ROOM);
        }
        try (Bodies.Body other = read("192.0.2.2", 8 << 20)) {
            assertThat(other.bytes()).hasSize(8 << 20);
        }
        first.close();
        second.close();
        for (int i = 0; i < 20; i++) {
            try (Bodies.Body next = read("192.0.2.1", 8 << 20)) {
                assertThat(next.state()).isEqualTo(Bodies.State.READ);
            }
        }
    }

    @Test
    void readsNothingOfWhatIsTooLong() throws Exception {
        try (Bodies.Body body = read("192.0.2.1", (8 << 20) + 1)) {
            assertThat(body.state()).isEqualTo(Bodies.State.TOO_LONG);
            assertThat(body.bytes()).isEmpty();
        }
    }
}
