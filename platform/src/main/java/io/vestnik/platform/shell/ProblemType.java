package io.vestnik.platform.shell;

import java.util.Locale;
import org.springframework.http.HttpStatus;

/**
 * What a program can be refused for: every type of problem that a door answers with, each with the one meaning that it keeps. The pages
 * of documentation about them are written from here.
 */
public enum ProblemType {
    NO_KEY(
            HttpStatus.UNAUTHORIZED,
            "no key was sent, or one that is unknown, revoked or over",
            "send a key that is good"),
    KEY_ENDED(HttpStatus.UNAUTHORIZED, "the last day of the key has passed", "send a key that is good now"),
    KEY_ADDRESS(HttpStatus.FORBIDDEN, "the key may not be used from this address", "call from one that is allowed"),
    KEY_HOURS(HttpStatus.FORBIDDEN, "the key may not send at this hour", "wait for `Retry-After` seconds"),
    KEY_LIMIT(
            HttpStatus.TOO_MANY_REQUESTS,
            "the messages do not fit into what the limit `quota` of the key leaves",
            "wait for `Retry-After` seconds; more than `limit` at once never fit"),
    KEY_BOUND(
            HttpStatus.FORBIDDEN,
            "the key has hours or limits of sending, and this would go on sending without it",
            "use a key without them, or do it on its page"),
    API_OFF(HttpStatus.FORBIDDEN, "the account has its API switched off", "switch it on, on the developers' page"),
    NO_RIGHT(HttpStatus.FORBIDDEN, "the key has no such right", "ask whoever manages the key"),
    ACCOUNT_CLOSED(HttpStatus.FORBIDDEN, "the account may not send", "ask your provider"),
    NO_MONEY(HttpStatus.PAYMENT_REQUIRED, "the balance does not cover it", "top up, then send it again"),
    NOT_FOUND(HttpStatus.NOT_FOUND, "it is not there, or not yours", "look at the id"),
    PREVIEW_NOT_READY(HttpStatus.NOT_FOUND, "the audience is still being frozen", "ask again in a moment"),
    PREVIEW_FAILED(
            HttpStatus.CONFLICT,
            "the audience could not be frozen, because of `trouble`",
            "mend the draft, and preview it again"),
    OUTSIDE_HOURS(
            HttpStatus.CONFLICT,
            "the account's hours are closed, and the message may not wait for them, or not so long",
            "send it at `opens_at`, or as a code"),
    OUTDATED(
            HttpStatus.CONFLICT, "another preview was made since", "look at the newest one, whose number is `current`"),
    STALE(HttpStatus.CONFLICT, "somebody has changed it since it was read", "read it again; `current` is its version"),
    CHANGED(
            HttpStatus.PRECONDITION_FAILED,
            "it is not as `If-Match` says any more",
            "read it again, and send the change with the `ETag` of that answer; `current` is that of now"),
    ALREADY_STARTED(HttpStatus.CONFLICT, "the campaign was confirmed", "make another one of its draft"),
    ALREADY_DECIDED(HttpStatus.CONFLICT, "one of the texts was chosen already", "nothing: the rest has it"),
    APPROVAL_REQUIRED(
            HttpStatus.CONFLICT,
            "a second person has to agree to so large a campaign",
            "wait: it starts by itself when a person agrees on its page"),
    WRONG_STATE(HttpStatus.CONFLICT, "it is in another state, which is `state`", "look where it stands"),
    NOT_STARTED(HttpStatus.CONFLICT, "the campaign was not sent to anybody", "start it first"),
    ALREADY_THERE(HttpStatus.CONFLICT, "there is another one like it, whose id is `there`", "take that one"),
    TOO_MANY(HttpStatus.CONFLICT, "the account has as many as it may", "delete some"),
    TOO_OFTEN(
            HttpStatus.TOO_MANY_REQUESTS,
            "as many were made within the last hour as may be, which is `most_an_hour`",
            "go on later"),
    CODE_USED(HttpStatus.CONFLICT, "the promo code was redeemed", "nothing"),
    CODE_EXPIRED(HttpStatus.CONFLICT, "the promo code is over", "nothing"),
    CODE_NOT_YET(HttpStatus.CONFLICT, "the promo code is not good yet", "come again when its action begins"),
    CODE_NOT_REDEEMED(HttpStatus.CONFLICT, "there is no redemption to take back", "nothing"),
    CODE_TOO_LATE(HttpStatus.CONFLICT, "it was redeemed longer than 24 hours ago", "nothing"),
    WRONG_CODE(
            HttpStatus.CONFLICT,
            "the code is another one; it may be tried `left` times more",
            "look at the message again"),
    NO_CODE(
            HttpStatus.CONFLICT,
            "no code is good: none was sent, its time is over, or it was tried too often",
            "ask for a new one"),
    NO_TEXT(HttpStatus.CONFLICT, "the action has no text for its letters", "write it on its page"),
    OVER(HttpStatus.CONFLICT, "the action is over", "nothing"),
    TOO_FEW_CODES(HttpStatus.CONFLICT, "the action has fewer codes left than people", "add codes on its page"),
    IDEMPOTENCY_KEY_INVALID(
            HttpStatus.BAD_REQUEST, "the key is not 1 to 100 printable ASCII characters", "send another key"),
    IDEMPOTENCY_IN_FLIGHT(HttpStatus.CONFLICT, "the same request is still under way", "wait, then send it again"),
    IDEMPOTENCY_UNKNOWN(
            HttpStatus.CONFLICT,
            "the server stopped, or lost its store, in the middle of that request",
            "look for what it made, then use another key"),
    IDEMPOTENCY_KEY_REUSED(
            HttpStatus.UNPROCESSABLE_CONTENT, "the key was used for another request", "use a key once a request"),
    TOO_SLOW(
            HttpStatus.REQUEST_TIMEOUT,
            "the body came for longer than half a minute, and was not read to its end",
            "send less at once, or over a faster line"),
    TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE, "the body is larger than this door takes", "send less at once"),
    INVALID(
            HttpStatus.UNPROCESSABLE_CONTENT,
            "something in the request is wrong",
            "look at `errors`: each has a `pointer` and a `code`"),
    EMPTY_FILE(HttpStatus.UNPROCESSABLE_CONTENT, "the uploaded file has no content", "send the file"),
    TOO_MANY_WRONG_CODES(
            HttpStatus.TOO_MANY_REQUESTS,
            "too many promo codes that are none were tried",
            "wait for `Retry-After` seconds"),
    TOO_MANY_CODES(
            HttpStatus.TOO_MANY_REQUESTS,
            "codes for numbers were asked for too fast, or too many of them today",
            "wait for `Retry-After` seconds; there are 20 a day, and 10 to a number"),
    BUSY(
            HttpStatus.TOO_MANY_REQUESTS,
            "more is coming than can be stored or sent",
            "wait for `Retry-After` seconds and send it again"),
    AWAY(
            "busy",
            HttpStatus.SERVICE_UNAVAILABLE,
            "the store is away",
            "wait for `Retry-After` seconds and send it again"),
    SLOW(
            HttpStatus.GATEWAY_TIMEOUT,
            "it took too long; it may still be done",
            "look for the message by its reference before sending it again");

    private final String code;
    private final HttpStatus status;
    private final String when;
    private final String then;

    ProblemType(HttpStatus status, String when, String then) {
        this("", status, when, then);
    }

    ProblemType(String code, HttpStatus status, String when, String then) {
        this.code = code.isEmpty() ? name().toLowerCase(Locale.ROOT).replace('_', '-') : code;
        this.status = status;
        this.when = when;
        this.then = then;
    }

    /** The end of its {@code type}, which never changes its meaning. */
    public String code() {
        return code;
    }

    public HttpStatus status() {
        return status;
    }

    /** When it is answered, in English. */
    public String when() {
        return when;
    }

    /** What a program, or whoever runs it, can do then, in English. */
    public String then() {
        return then;
    }
}
