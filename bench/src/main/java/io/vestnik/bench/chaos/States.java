package io.vestnik.bench.chaos;

import io.vestnik.bench.Books;

/** Names of the states of a message. */
final class States {

    private States() {}

    /** The number of a name; -1 for one that there is not. */
    static int number(String name) {
        return Books.STATES.indexOf(name);
    }

    /** The number of the word in a receipt (SMPP 3.4 Appendix B); -1 for one that ends nothing. */
    static int ofReceipt(String word) {
        return switch (word) {
            case "DELIVRD" -> Row.DELIVERED;
            case "UNDELIV", "DELETED" -> Row.UNDELIVERED;
            case "EXPIRED" -> Row.EXPIRED;
            case "REJECTD" -> Row.REJECTED;
            default -> -1;
        };
    }
}
