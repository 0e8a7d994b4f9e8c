//! Links that components of the source show, and what only looks like one.

use super::component;

/// A component, and the address that it leads to.
const COMPONENTS: &[(&str, &str)] = &[
    ("<a href=\"/resume.pdf\">Resume</a>", "/resume.pdf"),
    ("<a href='Jo Doe RESUME.pdf' download>Download</a>", "Jo Doe RESUME.pdf"),
    ("<a href={'/cv.pdf'}><FaFile /></a>", "/cv.pdf"),
    ("<a href={`${process.env.PUBLIC_URL}/resume.pdf`}>Resume</a>", "/resume.pdf"),
    ("<a href={process.env.PUBLIC_URL + '/resume.pdf'}>Resume</a>", "/resume.pdf"),
    ("<a href={withPrefix('/jo.pdf')}>My CV</a>", "/jo.pdf"),
    ("import cv from '../files/jo.pdf'\n<a href={cv}>x</a>", "../files/jo.pdf"),
    ("import Doc from './jo.pdf';\n<a href={Doc}>Resume</a>", "./jo.pdf"),
    ("const doc = require('./jo.pdf');\n<a href={doc}>Resume</a>", "./jo.pdf"),
    ("<a href={require('./assets/cv.pdf')}>x</a>", "./assets/cv.pdf"),
    ("<a href={profile.cvUrl}>Download</a>", "profile.cvUrl"),
    ("<Link to='/experience'>resume</Link>", "/experience"),
    (
        "<NavLink to=\"/resume\" className={({ isActive }) => isActive ? 'a' : 'b'}>Resume</NavLink>",
        "/resume",
    ),
    ("<NavLink location='/resume'>Resume</NavLink>", "/resume"),
    ("<Nav.Link href='/resume'>Resume</Nav.Link>", "/resume"),
    (
        "<Button tag=\"a\" href=\"https://drive.google.com/file/d/1/view\">Resume</Button>",
        "https://drive.google.com/file/d/1/view",
    ),
    ("<Button component='a' href='/jo.pdf'><DownloadIcon /> Curriculum Vitae</Button>", "/jo.pdf"),
    (
        "<a href='https://drive.google.com/open?id=1'><img src={icon} alt=\"Resume\" /></a>",
        "https://drive.google.com/open?id=1",
    ),
    ("<a href='/jo.pdf' aria-label='Download resume'></a>", "/jo.pdf"),
    ("<a href='/cv.pdf'>{t('nav.resume')}</a>", "/cv.pdf"),
    ("<a href='/jo'>{lang === 'de' ? 'Lebenslauf' : 'Resume'}</a>", "/jo"),
    ("<NavItem label=\"Resume\" to=\"/resume\" />", "/resume"),
    ("<Document file=\"/resume.pdf\" onLoadSuccess={ok}><Page /></Document>", "/resume.pdf"),
    ("<object data='/files/cv.pdf' type='application/pdf'></object>", "/files/cv.pdf"),
    ("<button onClick={() => window.open('/jo.pdf')}>View My Resume!</button>", "/jo.pdf"),
    ("<button onClick={() => navigate('/resume')}>Resume</button>", "/resume"),
    (
        "function get() { const a = document.createElement('a'); a.href = '/Jo_Resume.pdf'; a.click(); }\n<button onClick={get}>Download</button>",
        "/Jo_Resume.pdf",
    ),
    (
        "const open = () => { window.open('https://drive.google.com/file/d/2/view', '_blank'); }\n<button onClick={open}>Resume</button>",
        "https://drive.google.com/file/d/2/view",
    ),
    (
        "const links = [{ label: 'My Resume', to: '/jo.pdf' }];\nlinks.map(l => <Link to={l.to}>{l.label}</Link>)",
        "/jo.pdf",
    ),
    (
        "const RESUME_LINK = 'https://docs.google.com/document/d/1/edit';\n<Row link={RESUME_LINK} />",
        "https://docs.google.com/document/d/1/edit",
    ),
    (
        "class SiteMenu extends HTMLElement { connectedCallback() { this.innerHTML = `<a href=\"resume.html\">Résumé</a>`; } }",
        "resume.html",
    ),
    ("<a href='/c.pdf'>이력서</a>", "/c.pdf"),
];

#[test]
fn components() {
    for (text, expected) in COMPONENTS {
        assert_eq!(component(text), *expected, "{text}");
    }
}

#[test]
fn false_friends_in_components() {
    let table = [
        "audioCtx.resume(); video.pause()",
        "document.addEventListener('resume', () => crawl.resumeFrom(2))",
        "const cv = document.createElement('canvas'); cv.width = 3",
        "<p>It has pause/resume options</p>",
        "<p>Click above to download my resume</p>",
        "<a href='#resume'>Resume</a>",
        "<a href='/#resume'>Resume</a>",
        "<Link to='resume' smooth={true} duration={500}>Resume</Link>",
        "<a href='#'>Resume</a>",
        "<a href='mailto:jo@jo.example'>Ask for my resume</a>",
        "<button onClick={() => setTab('resume')}>Resume</button>",
        "<button onClick={confetti}>Résumé</button>",
        "{/* <a href='/cv.pdf'>CV</a> */}",
        "// title: \"MY CV\", link: '/cv.pdf'",
        "<Route path='/resume' element={<Resume />} />",
        "const routes = [{ path: '/resume', name: 'Resume', component: Resume }]",
        "<section id='resume' className='resume-item'><h2>Resume</h2></section>",
        "const projects = [{ title: 'AI Resume Builder', description: 'x', link: 'https://a.example' }]",
        "const projects = [{ title: 'Resume', description: 'x', link: 'https://a.example', github: 'https://github.com/jo/resume' }]",
        "<a href='https://github.com/jo/resume-parser'>Resume Parser</a>",
        "<Layout location={location} title='Resume'><h1>Hi</h1></Layout>",
        "<SEO title='Resume' url='/resume' />",
        "const skills = ['ML', 'CV', 'Hackathon']",
        "<img src='/a.png' alt='résumé des points clés' />",
        "<Link to='/school'>The guided curriculum</Link>",
        "import resume from './resume.pdf'",
        "export const resume = { education: ['x'], experience: [] }",
        "<a className='navbar-brand' href='/'>Resume</a>",
        "<a href='/thesis.pdf'>Thesis</a>",
    ];
    for text in table {
        assert_eq!(component(text), "-", "{text}");
    }
}
