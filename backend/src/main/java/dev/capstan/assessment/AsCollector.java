package dev.capstan.assessment;

import java.util.function.Supplier;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * The identity of background work: may collect and record, and is no person. For threads of its own: on one that serves
 * a screen, the identity of who is signed in stays.
 */
public final class AsCollector {

    private AsCollector() {}

    /** Runs the work as the collector, on this thread, and takes the identity back afterwards. */
    public static <T> T call(Supplier<T> work) {
        SecurityContext before = SecurityContextHolder.getContext();
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                "collector", null, AuthorityUtils.createAuthorityList("ROLE_COLLECTOR")));
        SecurityContextHolder.setContext(context);
        try {
            return work.get();
        } finally {
            SecurityContextHolder.setContext(before);
        }
    }

    /** The same for work without a result. */
    public static void run(Runnable work) {
        call(() -> {
            work.run();
            return Boolean.TRUE;
        });
    }
}
