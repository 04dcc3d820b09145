/** One document part for every way we know in which HTML or CSS asks for something over the network. */
export const hostileParts = (origin: string): Readonly<Record<string, string>> => {
  const to = (name: string): string => `${origin}/${name}`;
  return {
    image: `<img src="${to('image')}">`,
    'image set': `<img srcset="${to('image-set')} 2x" sizes="1px">`,
    picture: `<picture><source srcset="${to('picture')}"><img></picture>`,
    'SVG image': `<svg><image href="${to('svg-image')}" width="9" height="9"/></svg>`,
    'SVG use': `<svg><use href="${to('svg-use')}#a"/></svg>`,
    'SVG filter image': `<svg><filter id="f"><feImage href="${to('fe')}"/></filter><rect filter="url(#f)" width="9" height="9"/></svg>`,
    frame: `<iframe src="${to('frame')}"></iframe>`,
    'frame in a frame': `<iframe srcdoc="<img src='${to('inner')}'>"></iframe>`,
    object: `<object data="${to('object')}"></object>`,
    embed: `<embed src="${to('embed')}">`,
    video: `<video src="${to('video')}" poster="${to('poster')}" preload="auto"></video>`,
    audio: `<audio src="${to('audio')}" preload="auto" autoplay></audio>`,
    track: `<video><track default src="${to('track')}"></video>`,
    'style sheet': `<link rel="stylesheet" href="${to('sheet')}">`,
    'style import': `<style>@import "${to('import')}";</style>`,
    'CSS background': `<style>body{background:url(${to('background')})}</style>`,
    'CSS in an attribute': `<p style="background:url(${to('attribute')})">x</p>`,
    'CSS list image': `<ul style="list-style-image:url(${to('list')})"><li>x</li></ul>`,
    'CSS content': `<style>p::before{content:url(${to('content')})}</style><p>x</p>`,
    'CSS mask': `<div style="mask-image:url(${to('mask')});width:9px;height:9px">x</div>`,
    'CSS font': `<style>@font-face{font-family:x;src:url(${to('font')})}p{font-family:x}</style><p>x</p>`,
    'page margin box': `<style>@page{@top-left{content:url(${to('margin')})}}</style><p>x</p>`,
    prefetch: `<link rel="prefetch" href="${to('prefetch')}">`,
    preload: `<link rel="preload" as="image" href="${to('preload')}">`,
    preconnect: `<link rel="preconnect" href="${origin}">`,
    'DNS prefetch': `<link rel="dns-prefetch" href="//name.example">`,
    'module preload': `<link rel="modulepreload" href="${to('module')}">`,
    icon: `<link rel="icon" href="${to('icon')}">`,
    manifest: `<link rel="manifest" href="${to('manifest')}">`,
    refresh: `<meta http-equiv="refresh" content="0;url=${to('refresh')}">`,
    script: `<script src="${to('script')}"></script>`,
    'inline script': `<script>fetch("${to('fetch')}");navigator.sendBeacon("${to('beacon')}");new WebSocket("${origin.replace('http', 'ws')}/ws")</script>`,
    handler: `<img src="data:," onerror="new Image().src='${to('handler')}'">`,
    'base address': `<base href="${origin}/"><img src="base">`,
    'file of this machine': '<iframe src="file:///etc/passwd"></iframe><img src="file:///etc/passwd">',
  };
};

/** Parts that do nothing at all behind the policy: they neither reach out nor are worth refusing a document for. */
export const INERT_PARTS: readonly string[] = [
  'preconnect',
  'DNS prefetch',
  'manifest',
  'script',
  'inline script',
  'handler',
];
