import './page.test';
import './language.test';
