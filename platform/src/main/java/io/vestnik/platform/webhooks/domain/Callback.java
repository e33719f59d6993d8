package io.vestnik.platform.webhooks.domain;

import io.vestnik.platform.kernel.AccountId;

/**
 * An event on its way to one address.
 *
 * @param endpoint whose secrets sign it
 * @param outlet what fails together: an endpoint by itself; of the addresses that messages bring, a host
 * @param url where it goes, unless the endpoint has an address of its own
 */
public record Callback(long endpoint, AccountId account, String outlet, String url, Event event) {
    /** The outlet of an endpoint's own address. */
    static String outlet(long endpoint) {
        return "e" + endpoint;
    }

    /** The outlet of a host that messages name. */
    static String outlet(long endpoint, String host) {
        return "m" + endpoint + " " + host;
    }

    /** The endpoint of an outlet. */
    public static long endpointOf(String outlet) {
        int space = outlet.indexOf(' ');
        return Long.parseLong(outlet.substring(1, space < 0 ? outlet.length() : space));
    }
}
