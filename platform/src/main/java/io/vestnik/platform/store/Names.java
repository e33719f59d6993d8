package io.vestnik.platform.store;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What this machine knows of names and addresses. */
@Component
class Names {
    /** Asks the name service, which may take many seconds. */
    InetAddress[] find(String host) throws UnknownHostException {
        return InetAddress.getAllByName(host);
    }

    /** The addresses that this machine itself has. */
    Set<InetAddress> own() throws SocketException {
        return NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .collect(Collectors.toUnmodifiableSet());
    }
}
