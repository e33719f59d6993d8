package io.vestnik.platform.smsc;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestnik.platform.campaigns.Spread;
import io.vestnik.platform.plans.PlanId;
import io.vestnik.platform.plans.Plans;
import io.vestnik.platform.plans.Plans.Outline;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Mailings at a time. */
class SmscMailingTests extends AsSmscProgram {
    private static final String DONE = "{\n\"result\": \"OK\"\n}";
    private static final String NOT_FOUND = "{\n\"error\": \"record not found\",\n\"error_code\": 3\n}";

    private Outline plan(String id) {
        return context.getBean(Plans.class)
                .find(client().account(), new PlanId(Long.parseLong(id)))
                .orElseThrow();
    }

    private String add(String more) throws Exception {
        return get("jobs", "add=1&name=Job&phones=" + phone() + "&mes=Hello&time=%2B1000&fmt=1" + more);
    }

    private void delete(String id) throws Exception {
        assertThat(get("jobs", "del=1&id=" + id + "&fmt=3")).isEqualTo(DONE);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Test
    void plansMailings() throws Exception {
        String query = "add=1&name=Spring&phones=" + phone() + "&mes=Hello&time=%2B1000&rpt=2&rptn=3&fmt=3";
        String id = member(get("jobs", query), "id");
        assertThat(get("jobs", "get=1&id=" + id + "&fmt=3")).contains("\"name\": \"Spring\",\n\"status\": -1");
        assertThat(get("jobs", "cancel=1&id=" + id + "&fmt=3")).isEqualTo(DONE);
        assertThat(get("jobs", "get_all=1&fmt=3"))
                .contains("\"id\": " + id + ",\n\"name\": \"Spring\",\n\"status\": -2");
        assertThat(get("jobs", "del=1&id=" + id + "&fmt=3")).isEqualTo(DONE);
        assertThat(get("jobs", "get=1&id=" + id + "&fmt=3")).isEqualTo(NOT_FOUND);
    }

    @Test
    void refusesTheSameMailingTwice() throws Exception {
        String query = "add=1&name=Once&phones=" + phone() + "&mes=Hello&time=%2B1000&fmt=1";
        String id = get("jobs", query);
        assertThat(id).matches("\\d+");
        assertThat(get("jobs", query)).isEqualTo("0,-9");
        delete(id);
    }

    @ParameterizedTest
    @CsvSource({
        "1, 5, COUNT=6",
        "2, 0, COUNT=1",
        "3, 9, COUNT=10",
        "4, 1, COUNT=2",
        "5, 7, COUNT=8",
        "6, 11, COUNT=12",
        "7, 2, COUNT=3"
    })
    void comesAgainAsOftenAsIsAskedFor(String often, String repeats, String count) throws Exception {
        String id = add("&rpt=" + often + "&rptn=" + repeats);
        Outline plan = plan(id);
        assertThat(((Plans.When.Rule) plan.terms().when()).text()).contains(count);
        assertThat(plan.runs()).hasSize(Math.min(Integer.parseInt(repeats) + 1, Plans.NEXT_RUNS));
        if (often.equals("1")) {
            assertThat(Duration.between(plan.runs().getFirst(), plan.runs().get(5)))
                    .isEqualTo(Duration.ofHours(5));
        }
        delete(id);
    }

    @Test
    void goesForEverWhereNoNumberOfRepeatsIsNamed() throws Exception {
        String id = add("&rpt=1");
        assertThat(plan(id).runs()).hasSize(Plans.NEXT_RUNS);
        delete(id);
    }

    @Test
    void keepsTheSpeedTheReserveAndTheShortLinks() throws Exception {
        String id = add("&period=2.5&freq=30&tinyurl=1&fl%5B5%5D=1&sender2=SPARE&valid=12");
        assertThat(plan(id).message()).isNotNull().satisfies(message -> {
            assertThat(message.timing().spread()).isEqualTo(new Spread.Over(Duration.ofMinutes(150)));
            assertThat(message.manner().shortLinks()).isTrue();
            assertThat(message.manner().reserve()).isEqualTo("SPARE");
        });
        assertThat(get("jobs", "get=1&id=" + id + "&fmt=3"))
                .contains("\"period\": \"2.5\",\n\"sender2\": \"SPARE\",\n\"valid\": \"12:00\",\n\"tinyurl\": 1")
                .contains("\"message\": \"Hello\"");
        delete(id);
    }

    @Test
    void cutsATextThatIsTooLongUnlessThatTearsIt() throws Exception {
        String body = "&time=%2B1000&fmt=1&maxsms=1&phones=" + phone() + "&mes=" + "a".repeat(200);
        String id = get("jobs", "add=1&name=Cut" + body);
        assertThat(plan(id).message())
                .isNotNull()
                .satisfies(it -> assertThat(it.text()).isEqualTo("a".repeat(160)));
        delete(id);
        assertThat(get("jobs", "add=1&name=Torn" + body + encoded(" [name]"))).isEqualTo("0,-1");
        assertThat(get("jobs", "add=1&name=Torn&tinyurl=1" + body + encoded(" https://example.com/page")))
                .isEqualTo("0,-1");
    }

    @Test
    void plansEachTextOfAListAndShowsThemAsOneMailing() throws Exception {
        String first = phone();
        String second = phone();
        String third = phone();
        String list =
                encoded(first + ":One\n" + second + ":Two\\nlines\nVESTNIK|" + third + ":One\n" + phone() + ":One");
        String id = get("jobs", "add=1&name=Listed&time=%2B1000&fmt=1&list=" + list);
        assertThat(plan(id).terms().name()).isEqualTo("Listed (1/3)");
        assertThat(get("jobs", "get=1&id=" + id + "&fmt=3"))
                .contains("\"name\": \"Listed\"")
                .contains("\"message\": \"One\"", "\"message\": \"Two\\nlines\"", "\"phones\": \"" + second + "\"")
                .contains("\"sender_id\": \"VESTNIK\",\n\"phones\": \"" + third + "\"");
        assertThat(get("jobs", "get=1&id=" + id + "&fmt=2")).contains("<list>", ">One</message>");
        assertThat(get("jobs", "get_all=1&fmt=3").split("\"name\": \"Listed\"", -1))
                .hasSize(2);
        int before = context.getBean(Plans.class).list(client().account()).size();
        delete(id);
        assertThat(context.getBean(Plans.class).list(client().account())).hasSize(before - 3);
        assertThat(get("jobs", "get=1&id=" + id + "&fmt=1")).isEqualTo("0,-3");
    }

    @Test
    void plansNothingOfAListWhereOneTextCannotBePlanned() throws Exception {
        int before = context.getBean(Plans.class).list(client().account()).size();
        String long80 = "n".repeat(76);
        String list = encoded(phone() + ":One\n" + phone() + ":Two");
        assertThat(get("jobs", "add=1&name=" + long80 + "&time=%2B1000&fmt=1&list=" + list))
                .isEqualTo("0,-1");
        assertThat(context.getBean(Plans.class).list(client().account())).hasSize(before);
    }

    @Test
    void tellsMailingsOfSomeDays() throws Exception {
        String id = add("&time=010130" + "1200");
        assertThat(get("jobs", "get_all=1&fmt=3&start=01.01.2030&end=01.01.2030"))
                .contains("\"id\": " + id);
        assertThat(get("jobs", "get_all=1&fmt=3&start=02.01.2030&end=03.01.2030"))
                .doesNotContain("\"id\": " + id);
        delete(id);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "&rpt=8",
                "&rpt=2&rptn=-1",
                "&rpt=2&rptn=10000",
                "&tpl=999999999",
                "&list=nobody",
                "&phones=&list=",
                "&name="
            })
    void refusesWhatIsNoMailing(String wrong) throws Exception {
        assertThat(add(wrong)).isEqualTo("0,-1");
    }

    @Test
    void refusesKindsOfMessagesThatAreNotOfferedOnAnyLine() throws Exception {
        assertThat(add("&list=" + encoded(phone() + ":Hello\n" + phone() + ":__CALL__Hello")))
                .isEqualTo("0,-8");
        assertThat(add("&flash=1")).isEqualTo("0,-8");
    }

    @Test
    void refusesMoreTextsThanAPlanEachMayHave() throws Exception {
        StringBuilder list = new StringBuilder();
        for (int i = 0; i <= 100; i++) {
            list.append(phone()).append(":Text ").append(i).append('\n');
        }
        assertThat(post(
                        "/sys/jobs.php",
                        "application/x-www-form-urlencoded",
                        ("apikey=" + key("client") + "&fmt=1&add=1&name=Many&list=" + encoded(list.toString()))
                                .getBytes(CYRILLIC)))
                .isEqualTo("0,-1");
        for (String time : List.of("&period=0.01", "&period=2&freq=0", "&valid=25", "&time=99999999999")) {
            assertThat(add(time)).isEqualTo("0,-5");
        }
    }
}
