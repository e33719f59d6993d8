package io.vestnik.platform.smsc.domain;

import io.vestnik.platform.smsc.wire.Answer;
import io.vestnik.platform.smsc.wire.Fault;
import io.vestnik.platform.smsc.wire.Params;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Scripts of what is not offered: each answers whoever may come in as the service does where it is switched off. */
@Configuration(proxyBeanMethods = false)
class OffScripts {

    /** A script that does nothing. */
    private record Off(String name, Fault fault) implements Script {
        @Override
        public String right(Params params) {
            return "messages:send";
        }

        @Override
        public Answer run(Client client, Params params) {
            return new Answer.Refused(fault);
        }
    }

    @Bean
    Script portedNumbers() {
        return new Off("get_mnp", Fault.NOT_FOUND);
    }

    @Bean
    Script papers() {
        return new Off("documents", Fault.NOT_FOUND);
    }

    @Bean
    Script confirmingCalls() {
        return new Off("wait_call", Fault.DENIED);
    }
}
