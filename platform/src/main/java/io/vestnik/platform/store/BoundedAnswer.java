package io.vestnik.platform.store;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hc.client5.http.async.methods.AbstractBinResponseConsumer;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpResponse;
import org.jspecify.annotations.Nullable;

/** Reads an answer up to a number of bytes; whoever sends more is hung up on. */
final class BoundedAnswer extends AbstractBinResponseConsumer<OutboundHttp.Response> {
    private static final int AT_A_TIME = 64 * 1024;

    private final int most;
    private final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final ByteArrayOutputStream body = new ByteArrayOutputStream(0);
    private int status;

    BoundedAnswer(int most) {
        this.most = most;
    }

    @Override
    protected void start(HttpResponse response, @Nullable ContentType contentType) {
        status = response.getCode();
        for (Header header : response.getHeaders()) {
            headers.put(header.getName(), header.getValue());
        }
    }

    @Override
    protected int capacityIncrement() {
        return AT_A_TIME;
    }

    @Override
    protected void data(ByteBuffer bytes, boolean endOfStream) throws IOException {
        if (bytes.remaining() > most - body.size()) {
            throw new IOException("The answer is longer than " + most + " bytes");
        }
        byte[] piece = new byte[bytes.remaining()];
        bytes.get(piece);
        body.writeBytes(piece);
    }

    @Override
    protected OutboundHttp.Response buildResult() {
        return new OutboundHttp.Response(status, headers, body.toByteArray());
    }

    @Override
    public void releaseResources() {
        body.reset();
    }
}
