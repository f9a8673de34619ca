import './page.test';
import './language.test';
import './mark-up.test';
import './project.test';
