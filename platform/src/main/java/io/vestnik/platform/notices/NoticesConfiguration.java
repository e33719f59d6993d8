package io.vestnik.platform.notices;

import io.vestnik.platform.accounts.Accounts;
import io.vestnik.platform.accounts.Addressees;
import io.vestnik.platform.accounts.SecretDelivery;
import io.vestnik.platform.pipeline.Inbox;
import io.vestnik.platform.shell.PublicAddress;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Outgoing mail, and what is sent by it. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MailSettings.class)
class NoticesConfiguration {

    private static final Logger log = LoggerFactory.getLogger(NoticesConfiguration.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Bean
    Mail mail(MailSettings settings) {
        if (settings.on()) {
            log.info("Letters go through {}", settings);
        }
        return new Mail(settings, PATIENCE);
    }

    @Bean
    AffairLetters affairLetters(
            Mail mail, Addressees addressees, Accounts accounts, PublicAddress address, MessageSource texts) {
        return new AffairLetters(mail, addressees, accounts, address, texts);
    }

    @Bean
    RunLetters runLetters(AffairLetters letters) {
        return new RunLetters(letters);
    }

    @Bean
    CampaignLetters campaignLetters(AffairLetters letters) {
        return new CampaignLetters(letters);
    }

    @Bean
    ApprovalLetters approvalLetters(AffairLetters letters) {
        return new ApprovalLetters(letters);
    }

    @Bean
    EndpointLetters endpointLetters(AffairLetters letters) {
        return new EndpointLetters(letters);
    }

    @Bean
    SenderLetters senderLetters(AffairLetters letters) {
        return new SenderLetters(letters);
    }

    @Bean
    KeywordLetters keywordLetters(AffairLetters letters, Inbox inbox) {
        return new KeywordLetters(letters, inbox);
    }

    @Bean
    SecretDelivery passwordLetters(Mail mail, PublicAddress address, MessageSource texts) {
        return new PasswordLetters(mail, address, texts);
    }
}
