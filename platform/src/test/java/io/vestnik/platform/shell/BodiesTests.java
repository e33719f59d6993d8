package io.vestnik.platform.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

class BodiesTests {
    private static final int LONGEST = 8 << 20;

    private final Bodies bodies = new Bodies(64 << 20, 16 << 20);

    private Bodies.Body read(String address, int bytes) throws IOException {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setRemoteAddr(address);
        request.setContent(new byte[bytes]);
        return bodies.read(request, LONGEST);
    }

    @Test
    void givesAnAddressAQuarterOfTheRoomAndTakesItBack() throws Exception {
        Bodies.Body first = read("192.0.2.1", LONGEST);
        Bodies.Body second = read("192.0.2.1", LONGEST);
        assertThat(first.state()).isEqualTo(Bodies.State.READ);
        assertThat(second.state()).isEqualTo(Bodies.State.READ);
        try (Bodies.Body third = read("192.0.2.1", 1)) {
            assertThat(third.state()).isEqualTo(Bodies.State.NO_ROOM);
        }
        try (Bodies.Body other = read("192.0.2.2", LONGEST)) {
            assertThat(other.bytes()).hasSize(LONGEST);
        }
        first.close();
        second.close();
        for (int i = 0; i < 20; i++) {
            try (Bodies.Body next = read("192.0.2.1", LONGEST)) {
                assertThat(next.state()).isEqualTo(Bodies.State.READ);
            }
        }
    }

    @Test
    void takesRoomForWhatHasComeAndNotForWhatIsTold() throws Exception {
        MockHttpServletRequest promising = new MockHttpServletRequest() {
            @Override
            public long getContentLengthLong() {
                return LONGEST;
            }
        };
        promising.setRemoteAddr("192.0.2.1");
        promising.setContent(new byte[10]);
        try (Bodies.Body first = bodies.read(promising, LONGEST);
                Bodies.Body second = bodies.read(promising, LONGEST);
                Bodies.Body third = read("192.0.2.1", LONGEST)) {
            assertThat(first.state()).isEqualTo(Bodies.State.READ);
            assertThat(second.state()).isEqualTo(Bodies.State.READ);
            assertThat(third.state()).isEqualTo(Bodies.State.READ);
        }
    }

    @Test
    void readsNothingOfWhatIsTooLong() throws Exception {
        try (Bodies.Body body = read("192.0.2.1", LONGEST + 1)) {
            assertThat(body.state()).isEqualTo(Bodies.State.TOO_LONG);
            assertThat(body.bytes()).isEmpty();
        }
    }
}
