package io.vestnik.platform.pipeline.inbound.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestnik.platform.pipeline.InboundMessage.Wish;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordsTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "STOP",
                "стоп",
                " Стоп! ",
                "«СТОП»",
                "S.T.O.P.",
                "cтoп",
                "ST0P",
                "cnjg",
                "ыещз",
                "Отписка",
                "unsubscribe",
                "Jngbcrf",
                "стоп\u200B",
                "🛑 STOP"
            })
    void understandsThatSomebodyWantsNoMore(String text) {
        assertThat(Words.wish(text)).isEqualTo(Wish.STOP);
    }

    @ParameterizedTest
    @ValueSource(strings = {"START", "старт", "cnfhn", "ЫЕФКЕ"})
    void understandsThatSomebodyWantsToHearAgain(String text) {
        assertThat(Words.wish(text)).isEqualTo(Wish.START);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "!",
                "стоп-кран сломан",
                "Не стоп",
                "стопка",
                "Когда старт?",
                "STOP STOP",
                "ооооооооооооооооооооооооооооооооооооооооооооооооооооо"
            })
    void takesNothingElseForAWish(String text) {
        assertThat(Words.wish(text)).isEqualTo(Wish.NONE);
    }

    @Test
    void comparesTheFirstWordWhateverItsLettersLookLike() {
        assertThat(Words.first("  Код, пожалуйста")).isEqualTo(Words.plain("КОД"));
        assertThat(Words.first("KOД")).isEqualTo(Words.plain("код"));
        assertThat(Words.first("")).isEmpty();
    }
}
