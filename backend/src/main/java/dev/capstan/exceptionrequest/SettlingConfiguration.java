package dev.capstan.exceptionrequest;

import org.aopalliance.intercept.MethodInterceptor;
import org.springframework.aop.Advisor;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.aop.support.annotation.AnnotationMatchingPointcut;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Role;

/** Sees to it that whoever reads, reads by the exceptions in force at that instant. */
@Configuration(proxyBeanMethods = false)
@Role(BeanDefinition.ROLE_INFRASTRUCTURE)
class SettlingConfiguration {

    /** After it is clear that the person may read (500), and before a transaction begins. */
    private static final int ORDER = 1000;

    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static Advisor settleBeforeReading(ObjectProvider<Settling> settling) {
        MethodInterceptor first = reading -> {
            settling.getObject().settle();
            return reading.proceed();
        };
        DefaultPointcutAdvisor advisor =
                new DefaultPointcutAdvisor(new AnnotationMatchingPointcut(ReadsByExceptions.class, true), first);
        advisor.setOrder(ORDER);
        return advisor;
    }
}
