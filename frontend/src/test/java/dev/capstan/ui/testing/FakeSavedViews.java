package dev.capstan.ui.testing;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyBoolean;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.capstan.access.SavedView;
import dev.capstan.access.SavedViewChange;
import dev.capstan.access.SavedViews;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.springframework.security.core.context.SecurityContextHolder;

/** Keeps views in memory; each is its owner's to change. */
final class FakeSavedViews {

    private final List<SavedView> kept = new ArrayList<>();
    private long last;

    SavedViews service() {
        SavedViews views = mock(SavedViews.class);
        when(views.of(any()))
                .thenAnswer(i -> kept.stream()
                        .filter(view -> view.list() == i.getArgument(0))
                        .filter(view -> view.shared() || view.owner().equals(me()))
                        .toList());
        when(views.mayChange(any()))
                .thenAnswer(i -> i.<SavedView>getArgument(0).owner().equals(me()));
        when(views.save(any(), anyString(), anyString(), anyBoolean())).thenAnswer(i -> {
            String name = i.getArgument(1);
            if (kept.stream()
                    .anyMatch(view -> view.owner().equals(me()) && view.name().equals(name))) {
                return new SavedViewChange.NameTaken(name);
            }
            return add(new SavedView(
                    ++last, me(), me(), name, i.getArgument(0), i.getArgument(2), i.<Boolean>getArgument(3)));
        });
        when(views.restore(any())).thenAnswer(i -> add(i.getArgument(0)));
        when(views.delete(anyLong())).thenAnswer(i -> {
            SavedView view = find(i.getArgument(0));
            kept.remove(view);
            return new SavedViewChange.Done(view);
        });
        when(views.rename(anyLong(), anyString()))
                .thenAnswer(i -> change(
                        i.getArgument(0),
                        view -> new SavedView(
                                view.id(),
                                view.owner(),
                                view.ownerName(),
                                i.getArgument(1),
                                view.list(),
                                view.query(),
                                view.shared())));
        when(views.share(anyLong(), anyBoolean()))
                .thenAnswer(i -> change(
                        i.getArgument(0),
                        view -> new SavedView(
                                view.id(),
                                view.owner(),
                                view.ownerName(),
                                view.name(),
                                view.list(),
                                view.query(),
                                i.<Boolean>getArgument(1))));
        when(views.overwrite(anyLong(), anyString()))
                .thenAnswer(i -> change(
                        i.getArgument(0),
                        view -> new SavedView(
                                view.id(),
                                view.owner(),
                                view.ownerName(),
                                view.name(),
                                view.list(),
                                i.getArgument(1),
                                view.shared())));
        return views;
    }

    private SavedViewChange add(SavedView view) {
        kept.add(view);
        return new SavedViewChange.Done(view);
    }

    private SavedViewChange change(long id, UnaryOperator<SavedView> how) {
        SavedView changed = how.apply(find(id));
        kept.replaceAll(view -> view.id() == id ? changed : view);
        return new SavedViewChange.Done(changed);
    }

    private SavedView find(long id) {
        return kept.stream().filter(view -> view.id() == id).findAny().orElseThrow();
    }

    private static String me() {
        var who = SecurityContextHolder.getContext().getAuthentication();
        return who == null ? "" : who.getName();
    }
}
