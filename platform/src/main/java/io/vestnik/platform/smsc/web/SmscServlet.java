package io.vestnik.platform.smsc.web;

import io.vestnik.platform.shell.Bodies;
import io.vestnik.platform.shell.QuotaHeaders;
import io.vestnik.platform.smsc.domain.Door;
import io.vestnik.platform.smsc.domain.Unanswered;
import io.vestnik.platform.smsc.wire.Answer;
import io.vestnik.platform.smsc.wire.Fault;
import io.vestnik.platform.smsc.wire.Form;
import io.vestnik.platform.smsc.wire.Params;
import io.vestnik.platform.smsc.wire.Reading;
import io.vestnik.platform.smsc.wire.Writing;
import io.vestnik.platform.store.Outages;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;

/**
 * Takes the bytes of a request before anybody guesses their charset: what the framework reads of a form it reads as UTF-8. Every
 * answer is 200, refusals too: programs take anything else for a fault of the line. Sending by GET is how the service is spoken to.
 */
final class SmscServlet extends HttpServlet {
    private final transient Door door;
    /** 64 MB, a quarter of it for an address. */
    private final transient Bodies bodies = new Bodies(64 << 20, 16 << 20);

    SmscServlet(Door door) {
        this.door = door;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = request.getRequestURI();
        try {
            serve(path, request, response);
        } catch (RuntimeException e) {
            if (!(e instanceof Unanswered) && !Outages.isOutage(e)) {
                throw e;
            }
            response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE); // a fault of the line: programs come again
            response.setHeader("Retry-After", "10");
        }
    }

    private void serve(String path, HttpServletRequest request, HttpServletResponse response) throws IOException {
        boolean post = request.getMethod().equals("POST");
        if (!door.knows(path)) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else if (!post && !request.getMethod().equals("GET")) {
            response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
        } else if (post) {
            withBody(path, request, response);
        } else {
            answer(path, request, response, new byte[0]);
        }
    }

    private void withBody(String path, HttpServletRequest request, HttpServletResponse response) throws IOException {
        try (Bodies.Body body = bodies.read(request, Reading.LONGEST_BODY)) {
            switch (body.state()) {
                case READ -> answer(path, request, response, body.bytes());
                case TOO_LONG -> unread(path, request, response, Fault.PARAMETERS);
                case NO_ROOM, TOO_SLOW -> unread(path, request, response, Fault.BUSY);
            }
        }
    }

    /** In the form that the address asks for: the rest of the body is not read. */
    private void unread(String path, HttpServletRequest request, HttpServletResponse response, Fault fault)
            throws IOException {
        response.setHeader("Connection", "close");
        Params params =
                Reading.read(request.getQueryString(), null, new byte[0]).params();
        write(response, new Answer.Refused(fault), door.answersInJson(path) ? params.in(Form.JSON) : params);
    }

    private void answer(String path, HttpServletRequest request, HttpServletResponse response, byte[] body)
            throws IOException {
        String type = Optional.ofNullable(request.getContentType()).orElse("");
        Reading.Read read = type.toLowerCase(Locale.ROOT).startsWith("application/json")
                ? Reading.readJson(body)
                : Reading.read(request.getQueryString(), type, body);
        Params params = door.answersInJson(path) ? read.params().in(Form.JSON) : read.params();
        Answer answer = read.sound()
                ? door.answer(path, params, request.getRemoteAddr(), (caller, use) -> {
                    caller.note(request);
                    QuotaHeaders.note(request, use::quotas);
                })
                : new Answer.Refused(Fault.PARAMETERS);
        write(response, answer, params);
    }

    private static void write(HttpServletResponse response, Answer answer, Params params) throws IOException {
        byte[] bytes = Writing.bytes(answer, params);
        response.setContentType(params.form().contentType(params.charset()));
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }
}
