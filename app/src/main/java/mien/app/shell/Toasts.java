package mien.app.shell;

import atlantafx.base.controls.Notification;
import atlantafx.base.theme.Styles;
import java.time.Duration;
import javafx.scene.control.Button;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import mien.app.job.Jobs;
import mien.app.text.Texts;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/**
 * Notices over the canvas. Good news goes by itself, problems stay until they were read for a while
 * or closed.
 */
final class Toasts extends VBox {

    private static final Duration BRIEF = Duration.ofSeconds(5);
    private static final Duration LONG = Duration.ofSeconds(20);
    private static final int MOST = 3;

    private final Texts texts;
    private final Jobs jobs;

    Toasts(Texts texts, Jobs jobs) {
        this.texts = texts;
        this.jobs = jobs;
        getStyleClass().add("toasts");
        setPickOnBounds(false);
        setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    }

    void show(Notice notice) {
        boolean problem = notice.kind() == Notice.Kind.PROBLEM;
        Notification toast =
                new Notification(
                        texts.text(notice.key(), notice.values().toArray()),
                        new FontIcon(
                                problem
                                        ? MaterialDesignA.ALERT_CIRCLE_OUTLINE
                                        : MaterialDesignC.CHECK_CIRCLE_OUTLINE));
        toast.getStyleClass().addAll(Styles.ELEVATED_1, problem ? Styles.DANGER : Styles.SUCCESS);
        notice.offer().ifPresent(offer -> toast.setPrimaryActions(button(offer, toast)));
        toast.setOnClose(e -> getChildren().remove(toast));
        getChildren().add(0, toast);
        if (getChildren().size() > MOST) {
            getChildren().remove(MOST);
        }
        boolean brief = !problem && notice.offer().isEmpty();
        jobs.after(brief ? BRIEF : LONG, () -> getChildren().remove(toast));
    }

    private Button button(Notice.Offer offer, Notification toast) {
        Button button = new Button(texts.text(offer.key()));
        button.setOnAction(
                e -> {
                    getChildren().remove(toast);
                    offer.action().run();
                });
        return button;
    }
}
