package io.vestnik.platform.contacts.domain;

import io.vestnik.platform.accounts.Accounts;
import io.vestnik.platform.jobs.JobId;
import io.vestnik.platform.kernel.AccountId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Tables that are open between two steps of an export; one that is lost with its node is written again from its beginning. */
@Component
class OpenExports implements DisposableBean {
    private static final Logger log = LoggerFactory.getLogger(OpenExports.class);
    private static final long LONGEST_IDLE = TimeUnit.MINUTES.toNanos(2);

    private final Fields fields;
    private final Accounts accounts;
    private final MessageSource messages;
    private final Map<JobId, OpenExport> open = new ConcurrentHashMap<>();

    OpenExports(Fields fields, Accounts accounts, MessageSource messages) {
        this.fields = fields;
        this.accounts = accounts;
        this.messages = messages;
    }

    /** The table of an export that has so many rows. */
    Optional<OpenExport> at(JobId job, long rows) {
        OpenExport export = open.get(job);
        if (export != null && export.rows() == rows) {
            return Optional.of(export);
        }
        close(job);
        return Optional.empty();
    }

    OpenExport begin(AccountId account, JobId job, ExportOrder order) {
        close(job);
        closeIdle();
        Map<String, NamedField> known =
                fields.all(account).stream().collect(Collectors.toMap(NamedField::key, Function.identity()));
        List<NamedField> columns = order.columns().stream()
                .map(known::get)
                .filter(Objects::nonNull)
                .toList();
        List<String> header = new ArrayList<>(
                columns.stream().map(field -> text(field.titleKey())).toList());
        if (order.csv() && order.parts().size() > 1) {
            header.addFirst(text("contacts.export.group"));
        }
        try {
            OpenExport export = new OpenExport(
                    order,
                    header,
                    new ExportCells(columns, order.csv(), accounts.get(account).zone(), this::text));
            open.put(job, export);
            return export;
        } catch (IOException e) {
            throw new UncheckedIOException("An export cannot be written", e);
        }
    }

    private String text(String key) {
        return messages.getMessage(key, null, LocaleContextHolder.getLocale());
    }

    void close(JobId job) {
        OpenExport export = open.remove(job);
        if (export != null) {
            try {
                export.close();
            } catch (IOException e) {
                log.warn("The table of export {} could not be closed", job, e);
            }
        }
    }

    /** Another node may have taken an export: nobody would close its table here. */
    private void closeIdle() {
        open.forEach((job, export) -> {
            if (export.idleNanos() > LONGEST_IDLE) {
                close(job);
            }
        });
    }

    @Override
    public void destroy() {
        open.keySet().forEach(this::close);
    }
}
