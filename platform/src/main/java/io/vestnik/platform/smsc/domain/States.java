package io.vestnik.platform.smsc.domain;

import io.vestnik.platform.pipeline.MessageMark;
import io.vestnik.platform.pipeline.MessageView;
import io.vestnik.platform.webhooks.SmscStatus;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where messages stand, in the numbers and words of the service. */
final class States {
    static final int NOT_FOUND = -3;

    private States() {}

    static int of(MessageView message, Set<MessageMark> marks) {
        int status = SmscStatus.of(message.state(), message.error());
        return status == SmscStatus.DELIVERED && marks.contains(MessageMark.CLICKED) ? SmscStatus.CLICKED : status;
    }

    /** When it came to stand there; none while nothing was done with it. */
    static @Nullable Instant since(MessageView message) {
        return message.finalAt() == null ? message.sentAt() : message.finalAt();
    }

    /** The number of its failure; 0 where there is none. */
    static int error(MessageView message) {
        return message.error() == null ? 0 : SmscStatus.error(message.state(), message.error());
    }

    /** The words are Russian whatever the charset, as on the service. */
    static String name(int status) {
        return switch (status) {
            case NOT_FOUND -> "Сообщение не найдено";
            case -2 -> "Остановлено";
            case -1 -> "Ожидает отправки";
            case 0 -> "Передано оператору";
            case 1 -> "Доставлено";
            case 2 -> "Прочитано";
            case 3 -> "Просрочено";
            case 4 -> "Нажата ссылка";
            case 20 -> "Невозможно доставить";
            case 22 -> "Неверный номер";
            case 23 -> "Запрещено";
            case 24 -> "Недостаточно средств";
            case 25 -> "Недоступный номер";
            default -> throw new IllegalArgumentException("Not a status: " + status);
        };
    }
}
